package studio.backprop.data;

/** Layout of a target for the network's output. */
public enum TargetForm {
  /** One number: the scaled value of a regression. */
  VALUE,
  /** One number, 0 or 1: which of two classes. */
  BINARY,
  /** One number a class: 1 for the right one, 0 for the others. */
  ONE_HOT
}
