package studio.backprop.layer;

/** Allowed number of inputs of a layer. */
public record Arity(int min, int max) {
  public static final Arity NONE = new Arity(0, 0);
  public static final Arity ONE = new Arity(1, 1);
  public static final Arity SEVERAL = new Arity(2, 16);
}
