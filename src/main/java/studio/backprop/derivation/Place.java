package studio.backprop.derivation;

import java.util.List;

/**
 * Where a number stands, and what it is.
 *
 * @param node whose op computed it or whose parameter it is; 0 where it is neither
 * @param parameter whose number it is; null for what an op computed or was given
 * @param symbol the number's letter with its index, in LaTeX
 * @param row the example in the batch, counted from 0
 * @param index along each axis, counted from 0
 * @param value the number
 */
public record Place(int node, String parameter, String symbol, int row, List<Integer> index, double value) {}
