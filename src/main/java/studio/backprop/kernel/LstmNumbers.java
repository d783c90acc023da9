package studio.backprop.kernel;

/**
 * All that an LSTM keeps of its time steps. The gates hold their sums before a step and the bent sums after it; the gradient beside a gate
 * is
 * that of its sum.
 *
 * @param in how much of the candidate is written
 * @param forget how much of the cell before is kept
 * @param candidate what may be written
 * @param out how much of the cell is shown
 * @param cells before and after each step
 * @param bent tanh of each cell
 * @param states before and after each step: what the layer shows
 */
public record LstmNumbers(ValuesAndGrads in, ValuesAndGrads forget, ValuesAndGrads candidate, ValuesAndGrads out, ValuesAndGrads cells,
    float[] bent, ValuesAndGrads states) {}
