package studio.backprop.data;

/** Layout of a target for the network's output. */
public enum TargetForm {
  /** Scaled value of a regression. */
  VALUE,
  /** 0 or 1, for two classes. */
  BINARY,
  /** One value per class: 1 for the true class, else 0. */
  ONE_HOT
}
