package studio.backprop.optim;

import java.util.List;
import java.util.Optional;

/** Registry of optimizers, each with a default learning rate. */
public final class OptimizerCatalog {
  private static final List<OptimizerType> TYPES =
      List.of(
          OptimizerType.of("sgd", 0.1, Sgd.STANDARD),
          OptimizerType.of("momentum", 0.01, Momentum.STANDARD),
          OptimizerType.of("nesterov", 0.01, Nesterov.STANDARD),
          OptimizerType.of("adagrad", 0.05, Adagrad.STANDARD),
          OptimizerType.of("adadelta", 1, Adadelta.STANDARD),
          OptimizerType.of("rmsprop", 0.003, RmsProp.STANDARD),
          OptimizerType.of("adam", 0.01, Adam.STANDARD),
          OptimizerType.of("adamw", 0.01, AdamW.STANDARD),
          OptimizerType.of("nadam", 0.01, NAdam.STANDARD),
          OptimizerType.of("lion", 0.001, Lion.STANDARD));

  private OptimizerCatalog() {}

  public static List<OptimizerType> types() {
    return TYPES;
  }

  public static Optional<OptimizerType> find(String id) {
    return TYPES.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public static OptimizerType typeOf(Optimizer optimizer) {
    return TYPES.stream()
        .filter(type -> type.fresh().getClass() == optimizer.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(optimizer.getClass() + " is not in the catalog"));
  }
}
