#!/usr/bin/env python3
"""Makes one checkpoint of several that went on from the same one with other seeds: the mean, weight by weight.

    mean_checkpoint.py --output WORK/fr.mean.pt WORK/fr.2/checkpoint.pt WORK/fr.3/checkpoint.pt

Where all began alike, the mean of the weights is a network that does better than each (Wortsman et al. 2022, "Model
soups"). For own_heads.py and export_model.py; no training goes on from it.
"""

import argparse

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", required=True)
    parser.add_argument("checkpoints", nargs="+")
    options = parser.parse_args()
    saved = [torch.load(path) for path in options.checkpoints]
    for path, one in zip(options.checkpoints, saved):
        if one["inventory"] != saved[0]["inventory"]:
            parser.error(f"{path} numbers its words and tags otherwise than {options.checkpoints[0]}")
    mean = {name: sum(one["average"][name] for one in saved) / len(saved) for name in saved[0]["average"]}
    torch.save({"average": mean} | {key: saved[0][key] for key in ("options", "inventory", "epoch", "scores")},
               options.output)


if __name__ == "__main__":
    main()
