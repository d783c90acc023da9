package studio.backprop.schedule;

import java.util.List;
import java.util.Optional;

/** Registry of learning-rate schedules. */
public final class ScheduleCatalog {
  private static final List<ScheduleType> TYPES =
      List.of(
          ScheduleType.of("constant", new Constant()),
          ScheduleType.of("step", StepDecay.STANDARD),
          ScheduleType.of("exponential", Exponential.STANDARD),
          ScheduleType.of("cosine", Cosine.STANDARD),
          ScheduleType.of("warm_up", WarmUp.STANDARD),
          ScheduleType.of("plateau", ReduceOnPlateau.STANDARD));

  private ScheduleCatalog() {}

  public static List<ScheduleType> types() {
    return TYPES;
  }

  public static Optional<ScheduleType> find(String id) {
    return TYPES.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public static ScheduleType typeOf(Schedule schedule) {
    return TYPES.stream()
        .filter(type -> type.fresh().getClass() == schedule.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(schedule.getClass() + " is not in the catalog"));
  }
}
