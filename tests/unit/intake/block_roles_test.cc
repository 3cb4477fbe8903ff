#include "intake/block_roles.h"

#include "intake_fixture.h"

namespace selon {
namespace {

// Long enough to be running text wherever it stands.
const std::string kBody =
    "Les deux gouvernements ont repris lundi leurs pourparlers à Oslo. Ils ont duré jusqu'au soir, "
    "et personne n'a voulu dire aux journalistes s'ils reprendraient le lendemain.";

TEST(BlockRoles, TitleSubtitleBylineDateline) {
  const Document doc = read_text(
      "La trêve tient au nord\n\nPersonne n'y croyait il y a un mois\n\nPar Zoé Martin\n\n"
      "3 mars 2022\n\n" +
      kBody);
  EXPECT_EQ(
      outline(doc),
      (Outline{"title: La trêve tient au nord", "subtitle: Personne n'y croyait il y a un mois",
               "byline: Par Zoé Martin", "dateline: 3 mars 2022", "paragraph: " + kBody}));
}

TEST(BlockRoles, TextThatBeginsAtOnceHasNoTitle) {
  EXPECT_EQ(outline(read_text(kBody)), Outline{"paragraph: " + kBody});
  EXPECT_EQ(outline(read_text("La trêve tient.")), Outline{"paragraph: La trêve tient."});
}

TEST(BlockRoles, TitleWithAFullStop) {
  EXPECT_EQ(outline(read_text("Une trêve fragile.\n" + kBody)).front(),
            "title: Une trêve fragile.");
}

TEST(BlockRoles, ThePagesHeadIsNoTitle) {
  const Document doc =
      read_text("JOURNAL DU SOIR – Édition du 3 mars 2022\n\nOslo proteste\n\n" + kBody);
  EXPECT_EQ(doc.meta.title, "Oslo proteste");
  EXPECT_EQ(doc.meta.published, "2022-03-03");
}

TEST(BlockRoles, TheFirstParagraphIsNoSubtitle) {
  const Document doc = read_text("La trêve tient au nord\n\n" + kBody +
                                 "\n\nTraduction : Ligne Sept\n\nTexte corrigé le 6 juin.");
  EXPECT_EQ(doc.blocks[1].kind, BlockKind::kParagraph);
}

TEST(BlockRoles, SentencesOnLinesAreNoTitle) {
  const Document doc =
      read_text("Le ministre est parti.\nIl reviendra mardi.\nNul ne le regrette.");
  EXPECT_EQ(doc.blocks.front().kind, BlockKind::kParagraph);
}

TEST(BlockRoles, EpigraphsUnderTheirSignature) {
  const Document doc = read_text(
      "“La paix est un métier.”\n“On l'apprend tard.”\n~ Ada Lind ~\nLe métier de la paix\n" +
      kBody + "\n« Rien n'est écrit. » (Jon Vik)");
  EXPECT_EQ(outline(doc),
            (Outline{"epigraph <Ada Lind>: “La paix est un métier.”",
                     "epigraph <Ada Lind>: “On l'apprend tard.”", "byline <Ada Lind>: ~ Ada Lind ~",
                     "title: Le métier de la paix", "paragraph: " + kBody,
                     "epigraph <Jon Vik>: « Rien n'est écrit. »", "byline <Jon Vik>: (Jon Vik)"}));
}

TEST(BlockRoles, BracketsThatSignNothing) {
  const Document doc = read_text(kBody + "\n« Rien n'est écrit », a-t-il dit (en anglais).");
  EXPECT_EQ(doc.blocks.back().kind, BlockKind::kParagraph);
  EXPECT_EQ(doc.blocks.back().speaker, "");
}

TEST(BlockRoles, TurnsWithAndWithoutLabel) {
  const Document doc = read_text(
      "Question : Qui a demandé la trêve ?\n\nMme Roy : Nous l'avons demandée.\n\n"
      "Personne d'autre ne l'aurait fait.\n\nQuestion : Et après ?\n\nMme Roy : Nous verrons.");
  EXPECT_EQ(outline(doc),
            (Outline{"byline <Question>: Question :", "turn <Question>: Qui a demandé la trêve ?",
                     "byline <Mme Roy>: Mme Roy :", "turn <Mme Roy>: Nous l'avons demandée.",
                     "turn+ <Mme Roy>: Personne d'autre ne l'aurait fait.",
                     "byline <Question>: Question :", "turn <Question>: Et après ?",
                     "byline <Mme Roy>: Mme Roy :", "turn <Mme Roy>: Nous verrons."}));
}

TEST(BlockRoles, TurnsBehindDashes) {
  const Document doc = read_text(
      "Une voix pour l'Europe\n\nPropos recueillis par Marc Dubois\n\n– Le Phare : Que faire ?\n\n"
      "– Jean Leroy : Attendre.\n\n– Le Phare : Et ensuite ?\n\n– J. L. : Négocier.");
  Outline speakers;
  for (const Block& b : doc.blocks)
    if (b.kind == BlockKind::kTurn) speakers.push_back(b.speaker);
  EXPECT_EQ(speakers, (Outline{"Le Phare", "Jean Leroy", "Le Phare", "J. L."}));
  EXPECT_EQ(doc.meta.author, "Marc Dubois");
}

TEST(BlockRoles, ColonsThatAreNoTurns) {
  const Document doc = read_text("Un accord se dessine\n\n" + kBody +
                                 "\n\nBilan : trois blessés et un camion brûlé à la frontière.\n\n"
                                 "Reste une question : qui paiera ?");
  for (const Block& b : doc.blocks) EXPECT_NE(b.kind, BlockKind::kTurn) << doc.str(b.span);
}

TEST(BlockRoles, NotesSplitTheirParagraph) {
  const Document doc = read_text(
      "Le général (NdT : chef de l'armée (depuis 2019)) est parti pour Oslo. Il y restera trois "
      "jours [Note de la rédaction : jusqu'à jeudi], a-t-on appris hier soir à la présidence.");
  EXPECT_EQ(outline(doc),
            (Outline{"paragraph: Le général", "note: (NdT : chef de l'armée (depuis 2019))",
                     "paragraph+: est parti pour Oslo. Il y restera trois jours",
                     "note: [Note de la rédaction : jusqu'à jeudi]",
                     "paragraph+: , a-t-on appris hier soir à la présidence."}));
}

TEST(BlockRoles, BracketsThatAreNoNotes) {
  EXPECT_EQ(read_text("Le parti (NDP, centre) a gagné. La coalition (notée A) a perdu deux sièges "
                      "au nord, selon les résultats que la commission a publiés.")
                .blocks.size(),
            1u);
}

TEST(BlockRoles, ASentenceOverBlankLinesIsOneBlock) {
  const Document doc = read_text(kBody +
                                 "\n\nLe ministre a reçu les\n\nÉtats du Sud, puis il est parti "
                                 "sans\n\nrépondre aux questions de la presse.\n\n" +
                                 kBody);
  ASSERT_EQ(doc.blocks.size(), 3u);
  EXPECT_EQ(doc.str(doc.blocks[1].span),
            "Le ministre a reçu les\n\nÉtats du Sud, puis il est parti sans\n\nrépondre aux "
            "questions de la presse.");
  EXPECT_FALSE(doc.blocks[1].continues);
}

TEST(BlockRoles, NavigationSharingLinksAndLegalNotice) {
  const Document doc = read_text(
      "Accueil / Monde / Europe / Nord\n\nLa trêve tient au nord\n\n" + kBody +
      "\n\nLire aussi : Le sud attend toujours\n\n" + kBody +
      "\n\nPartager cet article\n\nLes propos tenus ici ne reflètent pas nécessairement l'avis du "
      "journal. Toute reproduction est soumise à son accord.\n\nContact : "
      "redaction@journal.example");
  Outline kinds;
  for (const Block& b : doc.blocks) kinds.emplace_back(to_string(b.kind));
  EXPECT_EQ(kinds, (Outline{"boilerplate", "title", "paragraph", "boilerplate", "paragraph",
                            "boilerplate", "boilerplate", "boilerplate"}));
}

TEST(BlockRoles, ParagraphsOnCopyrightStayInTheArticle) {
  const Document doc = read_text(
      "Une loi sur la presse\n\nLe parlement a voté une loi sur le droit d'auteur qui fâche "
      "les éditeurs du pays et leurs lecteurs.\n\n" +
      kBody);
  EXPECT_EQ(doc.blocks[1].kind, BlockKind::kParagraph);
}

TEST(BlockRoles, CommentsBehindTheirHeading) {
  const Document doc = read_text("La trêve tient au nord\n" + kBody +
                                 "\nCommentaires\nJean, hier\nBravo !\nRépondre");
  for (size_t i = 2; i < doc.blocks.size(); ++i)
    EXPECT_EQ(doc.blocks[i].kind, BlockKind::kBoilerplate) << doc.str(doc.blocks[i].span);
}

TEST(BlockRoles, CaptionsOfThisStoryAndOfAnother) {
  const Document doc = read_text(
      "La trêve tient au nord\n\n"
      "The Prime Minister of Canada (R) greets the crowd after a speech on the steps of the "
      "parliament in Ottawa last week. (Reuters photo)\n\n"
      "Les pourparlers d'Oslo entre les deux gouvernements, lundi. ©Agence\n\n" +
      kBody);
  EXPECT_EQ(doc.blocks[1].kind, BlockKind::kBoilerplate);
  EXPECT_EQ(doc.blocks[2].kind, BlockKind::kCaption);
}

TEST(BlockRoles, HeadingsInsideTheArticle) {
  const Document doc =
      read_text("La trêve tient au nord\n\n" + kBody + "\n\nUn accord très attendu\n\n" + kBody);
  EXPECT_EQ(doc.blocks[2].kind, BlockKind::kSubtitle);
}

TEST(BlockRoles, WindowsLineEndsAndByteOrderMark) {
  const Document doc = read_text("\xEF\xBB\xBFLa trêve tient au nord\r\n\r\n" + kBody + "\r\n");
  EXPECT_EQ(outline(doc), (Outline{"title: La trêve tient au nord", "paragraph: " + kBody}));
}

TEST(PlainText, HardWrappedLinesAreOneParagraph) {
  const Document doc = read_text(
      "The ministers met in Oslo on Monday and spoke for several\n"
      "hours about the truce in the north. Nobody would say what\n"
      "they had agreed. They will meet again on Thursday, one of\n"
      "them said.\n\n"
      "The opposition asked for a vote on the truce, and it wants\n"
      "the vote before the summer.\n");
  ASSERT_EQ(doc.blocks.size(), 2u);
  EXPECT_TRUE(doc.str(doc.blocks[0].span).ends_with("them said."));
}

}  // namespace
}  // namespace selon
