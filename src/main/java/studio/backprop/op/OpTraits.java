package studio.backprop.op;

/**
 * Memory requirements of an op, for the compiler's buffer sharing.
 *
 * @param readsInputs whether {@link Op#backward} reads the values of the inputs, which must then be kept
 * @param readsOutput whether {@link Op#backward} reads the values of the output, which must then be kept
 * @param worksInPlace whether the output may share the buffer of its first input, and the gradient of an input that of the output, if these
 * are dead by then
 */
public record OpTraits(boolean readsInputs, boolean readsOutput, boolean worksInPlace) {
  /** Conservative default. */
  static final OpTraits CAREFUL = new OpTraits(true, true, false);
}
