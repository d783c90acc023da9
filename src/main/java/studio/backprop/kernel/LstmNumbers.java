package studio.backprop.kernel;

/**
 * Buffers of an LSTM over all time steps. Gates hold pre-activations before a step and activations after it; their gradients are those of
 * the pre-activations.
 *
 * @param in input gate i
 * @param forget gate f
 * @param candidate g
 * @param out output gate o
 * @param cells before and after each step
 * @param bent tanh of each cell
 * @param states before and after each step
 */
public record LstmNumbers(ValuesAndGrads in, ValuesAndGrads forget, ValuesAndGrads candidate, ValuesAndGrads out, ValuesAndGrads cells,
    float[] bent, ValuesAndGrads states) {}
