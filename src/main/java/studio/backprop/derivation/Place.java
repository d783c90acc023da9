package studio.backprop.derivation;

import java.util.List;

/**
 * Symbol, position and value of an element. Immutable.
 *
 * @param node of the op or parameter; 0 if neither
 * @param parameter name; null for an output or input
 * @param symbol letter with index, in LaTeX
 * @param row example in the batch, from 0
 * @param index along each axis, from 0
 */
public record Place(int node, String parameter, String symbol, int row, List<Integer> index, double value) {}
