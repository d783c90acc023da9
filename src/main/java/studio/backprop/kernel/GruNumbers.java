package studio.backprop.kernel;

/**
 * Buffers of a GRU over all time steps. Gates hold pre-activations before a step and activations after it; their gradients are those of the
 * pre-activations.
 *
 * @param reset gate r
 * @param update gate z
 * @param candidate n
 * @param recalled recurrent part of the candidate's pre-activation, before the reset
 * @param states before and after each step
 */
public record GruNumbers(ValuesAndGrads reset, ValuesAndGrads update, ValuesAndGrads candidate, ValuesAndGrads recalled,
    ValuesAndGrads states) {}
