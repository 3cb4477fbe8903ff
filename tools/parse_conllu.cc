#include <cstdio>
#include <chrono>
#include "base/files.h"
#include "document/conllu.h"
#include "document/conllu_reader.h"
#include "syntax/parser.h"
using Clock=std::chrono::steady_clock;
int main(int argc,char**argv){
  auto t0=Clock::now();
  auto p=selon::Parser::open({argv[1],argv[2]});
  if(!p){fprintf(stderr,"%s\n",p.error().to_string().c_str());return 1;}
  auto t1=Clock::now();
  auto b=selon::read_file(argv[3]); if(!b){fprintf(stderr,"%s\n",b.error().to_string().c_str());return 1;}
  auto d=selon::read_conllu(*b,argv[3]); if(!d){fprintf(stderr,"%s\n",d.error().to_string().c_str());return 1;}
  auto t2=Clock::now();
  if(argc>4) p->run(*d); else p->parse_words(*d);
  auto t3=Clock::now();
  auto ms=[](auto a,auto b){return std::chrono::duration<double>(b-a).count()*1e3;};
  fprintf(stderr,"open %.1f ms, read %.1f ms, parse %.1f ms, %.0f words/s\n",ms(t0,t1),ms(t1,t2),ms(t2,t3),d->words.size()/ms(t2,t3)*1e3);
  fputs(selon::write_conllu(*d).c_str(),stdout);
}
