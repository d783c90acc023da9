package studio.backprop.train.optim;

import java.util.List;
import java.util.Optional;

/** Every optimizer there is, in the order of the list. */
public final class OptimizerCatalog {
  private static final List<OptimizerType> TYPES = List.of(OptimizerType.of("adam", 0.001, Adam.STANDARD));

  private OptimizerCatalog() {}

  public static List<OptimizerType> types() {
    return TYPES;
  }

  public static Optional<OptimizerType> find(String id) {
    return TYPES.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public static OptimizerType typeOf(Optimizer optimizer) {
    return TYPES.stream().filter(type -> type.fresh().getClass() == optimizer.getClass()).findFirst().orElseThrow();
  }
}
