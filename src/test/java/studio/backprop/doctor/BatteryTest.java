package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.SickDraws.Drawn;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.train.Session;

/** The doctor before trainings that were drawn by lot. A few each time; hundreds by hand, with -Ddoctor.battery=SEED. */
class BatteryTest {
  private static final long SEED = Long.getLong("doctor.battery", 1);
  private static final long FEW = 11;
  private static final int STUCK = 6;
  private static final int EACH = Integer.getInteger("doctor.each", 10);
  private static final int USUAL = Integer.getInteger("doctor.usual", 100);

  @Test
  void ofOneOfEachKindAlmostAllAreNamed() throws Exception {
    List<String> missed = new ArrayList<>();
    for (Drawn one : SickDraws.all(FEW, 1)) {
      List<Kind> found = Ward.examine(one.run()).stream().map(Finding::kind).toList();
      if (found.stream().noneMatch(one.named()::contains)) {
        missed.add(one + " but found " + found);
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  @EnabledIfSystemProperty(named = "doctor.battery", matches = "\\d+")
  void mostThatIsWrongIsNamed() throws Exception {
    Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
    List<String> missed = new ArrayList<>();
    int right = 0;
    List<Drawn> sick = SickDraws.all(SEED, EACH);
    for (Drawn one : sick) {
      List<Kind> found = Ward.examine(one.run()).stream().map(Finding::kind).toList();
      int[] count = counts.computeIfAbsent(one.kind(), kind -> new int[3]);
      boolean named = found.stream().anyMatch(one.named()::contains);
      count[0]++;
      count[1] += named ? 1 : 0;
      count[2] += named && one.first().contains(found.get(0)) ? 1 : 0;
      right += named ? 1 : 0;
      if (!named) {
        missed.add(one + " but found " + found);
      }
    }
    counts.forEach((kind, count) -> System.out.printf("%-18s %d drawn, %d named, %d named first%n", kind, count[0], count[1], count[2]));
    missed.forEach(System.out::println);
    System.out.printf("SICK %d of %d right%n", right, sick.size());
    assertThat(right).isGreaterThanOrEqualTo((int) (0.95 * sick.size()));
  }

  /** A gradient that fades through time recovers a little while the loss still stands: the finding stays as long as nothing is learned. */
  @Test
  void whatFadesThroughTimeIsStillSaidWhileNothingIsLearned() throws Exception {
    List<String> silent = new ArrayList<>();
    int seen = 0;
    for (Drawn one : SickDraws.all(FEW, STUCK)) {
      if (one.kind() == Kind.VANISHING_THROUGH_TIME) {
        seen++;
        List<Kind> last = Ward.last(one.run().project(), Session.initialParameters(one.run().project()), one.run().steps()).stream()
            .map(Finding::kind).toList();
        if (!last.contains(Kind.VANISHING_THROUGH_TIME)) {
          silent.add(one + " but found " + last);
        }
      }
    }
    assertThat(seen).isEqualTo(STUCK);
    assertThat(silent).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "doctor.battery", matches = "\\d+")
  void ofWhatIsWellNothingIsSaid() throws Exception {
    Map<String, Case> healthy = HealthyDraws.all(SEED, USUAL);
    int alarms = 0;
    for (Map.Entry<String, Case> one : healthy.entrySet()) {
      List<Finding> found = Ward.examine(one.getValue());
      if (!found.isEmpty()) {
        alarms++;
        System.out.println(one.getKey() + ": " + found.stream().map(finding -> finding.kind() + " " + finding.sentence()).toList());
      }
    }
    System.out.printf("HEALTHY %d alarms in %d%n", alarms, healthy.size());
    assertThat(alarms).isLessThanOrEqualTo(healthy.size() / 50);
  }
}
