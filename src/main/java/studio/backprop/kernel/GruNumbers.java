package studio.backprop.kernel;

/**
 * All that a GRU keeps of its time steps. The gates hold their sums before a step and the bent sums after it; the gradient beside a gate is
 * that of its sum.
 *
 * @param reset how much of the state before the candidate sees
 * @param update how much of the state before is kept
 * @param candidate what the state may become
 * @param recalled what the candidate's weights make of the state before, not yet reset
 * @param states before and after each step: what the layer shows
 */
public record GruNumbers(ValuesAndGrads reset, ValuesAndGrads update, ValuesAndGrads candidate, ValuesAndGrads recalled,
    ValuesAndGrads states) {}
