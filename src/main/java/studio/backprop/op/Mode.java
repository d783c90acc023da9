package studio.backprop.op;

/** Mode of a forward pass, for dropout and batch normalization. */
public enum Mode {
  TRAIN,
  EVALUATE
}
