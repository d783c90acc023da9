"""Writes network_penalties.json: training with L1 and L2, computed with PyTorch in float64.

Run: python3 network_penalties.py > network_penalties.json
The penalties l1 * sum|w| + l2 / 2 * sum w^2 cover the weights and the embedding, and no bias, scale or shift.
"""
import json
import math
import sys

import torch

torch.manual_seed(13)
torch.set_default_dtype(torch.float64)

TOKENS, WIDTH, TIME, ROWS, BATCH, STEPS = 7, 6, 5, 16, 4, 20
RATE, L1, L2 = 0.1, 0.01, 0.05


class SelfAttention(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = torch.nn.MultiheadAttention(WIDTH, 2, batch_first=True)
        torch.nn.init.normal_(self.inner.in_proj_bias, std=0.1)
        torch.nn.init.normal_(self.inner.out_proj.bias, std=0.1)

    def forward(self, x):
        return self.inner(x, x, x, need_weights=False)[0]


model = torch.nn.Sequential(
    torch.nn.Embedding(TOKENS, WIDTH),
    torch.nn.LayerNorm(WIDTH, eps=1e-5),
    SelfAttention(),
    torch.nn.LSTM(WIDTH, 3, batch_first=True),
    torch.nn.Linear(3, 2))


def forward(tokens):
    embedding, norm, attention, lstm, dense = model
    return dense(lstm(attention(norm(embedding(tokens))))[0][:, -1])


NORM = {"1.weight", "1.bias"}


def penalized(name):
    return name not in NORM and "bias" not in name


def named():
    return {name.replace("inner.", ""): p for name, p in model.named_parameters()}


def digits(x):
    return float(f"{x:.9g}")


def array(t):
    flat = [digits(x) if t.is_floating_point() else int(x) for x in t.detach().reshape(-1).tolist()]
    return {"shape": list(t.shape), "data": flat}


tokens = torch.randint(TOKENS, (ROWS, TIME))
targets = torch.randn(ROWS, 2)
for p in model.parameters():  # the numbers that are printed are those that are computed with
    p.data = torch.tensor([digits(x) for x in p.data.reshape(-1).tolist()]).reshape(p.shape)
targets = torch.tensor([digits(x) for x in targets.reshape(-1).tolist()]).reshape(targets.shape)
first = {name: array(p) for name, p in named().items()}
optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
losses = []
for step in range(STEPS):
    rows = [(step * BATCH + i) % ROWS for i in range(BATCH)]
    loss = torch.nn.functional.mse_loss(forward(tokens[rows]), targets[rows])
    losses.append(digits(loss.item()))
    weights = [p for name, p in named().items() if penalized(name)]
    total = loss + L1 * sum(w.abs().sum() for w in weights) + L2 / 2 * sum((w * w).sum() for w in weights)
    optimizer.zero_grad()
    total.backward()
    optimizer.step()
assert all(math.isfinite(x) for x in losses)
json.dump({
    "kind": "network",
    "layers": [
        {"layer": "embedding", "vocabulary": TOKENS, "dimension": WIDTH},
        {"layer": "layer_norm", "epsilon": 1e-5},
        {"layer": "multi_head_attention", "heads": 2, "causal": False},
        {"layer": "lstm", "units": 3, "returnSequences": False},
        {"layer": "dense", "units": 2},
    ],
    "training": {"loss": "mse", "optimizer": "sgd", "learningRate": RATE, "l1": L1, "l2": L2,
                 "note": "penalties on weights and embeddings, not on biases, scales and shifts"},
    "batchSize": BATCH,
    "inputs": array(tokens),
    "targets": array(targets),
    "losses": losses,
    "params": first,
    "finalParams": {name: array(p) for name, p in named().items()},
    "prediction": array(forward(tokens[:BATCH])),
}, sys.stdout)
