"""Trains the workloads of `backprop bench` with PyTorch, when asked.

usage: pytorch.py THREADS
needs PyTorch; on Debian also libopenblas0-pthread: without OpenBLAS its matrix product is a toy.
writes "ready", the version and the names of all workloads, with tabs between; then reads lines of a name and seconds, trains for
so long, and writes a line with the steps per second. The end of the input ends it.
"""
import os
import sys
import time

threads = int(sys.argv[1])
for variable in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS'):
    os.environ[variable] = str(threads)
for variable in ('OPENBLAS_CORETYPE', 'OPENBLAS_L2_SIZE'):
    os.environ.pop(variable, None)
try:
    import torch
    import torch.nn as nn
except ImportError as problem:
    sys.exit(f'missing: {problem}')
torch.set_num_threads(threads)
torch.manual_seed(0)


def normal(*shape):
    return torch.randn(*shape)


def classes(count, *shape):
    return torch.randint(0, count, shape)


def adam(model):
    return torch.optim.Adam(model.parameters(), lr=1e-3)


def sgd(model):
    return torch.optim.SGD(model.parameters(), lr=.03)


class Last(nn.Module):
    """The last state of a sequence, and numbers made of it."""

    def __init__(self, kind, inputs, units, outputs):
        super().__init__()
        self.recurrent = getattr(nn, kind)(inputs, units, batch_first=True)
        self.dense = nn.Linear(units, outputs)

    def forward(self, x):
        return self.dense(self.recurrent(x)[0][:, -1])


class Encoder(nn.Module):
    """One encoder block, then the mean over time."""

    def __init__(self):
        super().__init__()
        self.block = nn.TransformerEncoderLayer(64, 4, 128, dropout=0., batch_first=True)
        self.dense = nn.Linear(64, 10)

    def forward(self, x):
        return self.dense(self.block(x).mean(1))


class Block(nn.Module):
    """A residual block."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(),
            nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs))
        self.shortcut = nn.Identity() if inputs == outputs else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return torch.relu(self.main(x) + self.shortcut(x))


class Gcn(nn.Module):
    """Two graph convolutions over one graph."""

    def __init__(self, nodes):
        super().__init__()
        self.first = nn.Linear(nodes, 16)
        self.second = nn.Linear(16, 4)
        generator = torch.Generator().manual_seed(1)
        edges = (torch.rand(nodes, nodes, generator=generator) < .14).float().triu(1)
        edges = edges + edges.T + torch.eye(nodes)
        scale = edges.sum(1).rsqrt()
        self.adjacency = scale[:, None] * edges * scale[None]

    def forward(self, x):
        return self.adjacency @ self.second(torch.relu(self.adjacency @ self.first(x)))


def dense(*sizes):
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def convolution(inputs, outputs, kernel, padding=0):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, padding=padding), nn.ReLU(), nn.MaxPool2d(2))


def resnet8():
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Block(16, 16, 1), Block(16, 32, 2), Block(32, 64, 2),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def classify(model, x, count=10):
    return model, adam, x, classes(count, x.shape[0]), nn.CrossEntropyLoss()


def regress(model, x, outputs):
    return model, adam, x, normal(x.shape[0], outputs), nn.MSELoss()


WORKLOADS = {
    'seed': lambda: (
        nn.Sequential(nn.Linear(2, 10), nn.ReLU(), nn.Linear(10, 1), nn.Sigmoid()), adam, normal(32, 2), normal(32, 1).gt(0).float(),
        nn.BCELoss()),
    'playground': lambda: (
        nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1)), sgd, normal(10, 2), normal(10, 1),
        nn.MSELoss()),
    'mlp': lambda: classify(dense(784, 128, 10), normal(64, 784)),
    'mlp-wide': lambda: classify(dense(784, 512, 256, 10), normal(128, 784)),
    'digits-cnn': lambda: classify(
        nn.Sequential(convolution(1, 8, 3, 1), convolution(8, 16, 3, 1), nn.Flatten(), nn.Linear(64, 10)), normal(32, 1, 8, 8)),
    'lenet5': lambda: classify(
        nn.Sequential(convolution(1, 6, 5, 2), convolution(6, 16, 5), nn.Flatten(), dense(400, 120, 84, 10)), normal(64, 1, 28, 28)),
    'keras-cnn': lambda: classify(
        nn.Sequential(convolution(1, 32, 3), convolution(32, 64, 3), nn.Flatten(), dense(1600, 128, 10)), normal(64, 1, 28, 28)),
    'resnet8': lambda: classify(resnet8(), normal(32, 3, 32, 32)),
    'rnn32': lambda: regress(Last('RNN', 8, 64, 4), normal(32, 32, 8), 4),
    'lstm24': lambda: regress(Last('LSTM', 1, 32, 1), normal(32, 24, 1), 1),
    'lstm50': lambda: regress(Last('LSTM', 32, 128, 32), normal(32, 50, 32), 32),
    'transformer': lambda: classify(Encoder(), normal(32, 32, 64)),
    'gcn': lambda: classify(Gcn(34), torch.eye(34), 4),
}
WORKLOADS['tiny'] = WORKLOADS['playground']


def training_step(workload):
    model, optimizer_of, x, y, loss = WORKLOADS[workload]()
    optimizer = optimizer_of(model)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(model(x), y).backward()
        optimizer.step()

    return step


def per_second(step, seconds):
    start = time.perf_counter()
    steps = 0
    while time.perf_counter() - start < seconds:
        step()
        steps += 1
    return steps / (time.perf_counter() - start)


def say(*words):
    print(*words, sep='\t', flush=True)


say('ready', torch.__version__, *WORKLOADS)
name, step = None, None
for line in sys.stdin:
    wanted, seconds = line.split()
    if wanted != name:
        name, step = wanted, training_step(wanted)
    say(per_second(step, float(seconds)))
