package studio.backprop.network;

/** Directed edge from the output of one node to an input of another. */
public record Wire(int from, int to) {}
