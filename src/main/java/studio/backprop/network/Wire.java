package studio.backprop.network;

/** Carries the output of one node into another. */
public record Wire(int from, int to) {}
