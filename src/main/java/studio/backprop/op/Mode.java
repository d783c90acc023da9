package studio.backprop.op;

/** Why a forward pass runs. Dropout and batch norm behave differently in the two. */
public enum Mode {
  TRAIN,
  EVALUATE
}
