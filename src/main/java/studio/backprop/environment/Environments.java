package studio.backprop.environment;

import java.util.List;
import java.util.Optional;

/** Registry of environments, by difficulty. A new one needs an entry here, its texts, and a view. */
public final class Environments {
  private static final List<Environment> ALL =
      List.of(new Bandit(), Grid.CLIFF, Grid.HOLES, new CartPole(), new MountainCar(), new Acrobot());

  private Environments() {}

  public static List<Environment> all() {
    return ALL;
  }

  public static Optional<Environment> find(String id) {
    return ALL.stream().filter(environment -> environment.id().equals(id)).findFirst();
  }
}
