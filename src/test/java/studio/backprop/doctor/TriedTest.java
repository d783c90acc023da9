package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.backprop.doctor.TriedSick.Tried;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.text.Texts;

/** The doctor before mistakes that people make, and before usual trainings that go well. */
class TriedTest {
  @Test
  void ofFiftyMistakesAtMostOneInTwelveIsMissed() throws Exception {
    List<Tried> sick = TriedSick.all();
    List<String> missed = new ArrayList<>();
    for (Tried one : sick) {
      List<Finding> found = Ward.examine(one.run());
      if (found.stream().noneMatch(finding -> one.named().contains(finding.kind().name()))) {
        missed.add(one + " but found " + found.stream().map(finding -> finding.kind() + " " + Texts.ENGLISH.say(finding.sentence()))
            .toList());
      }
    }
    assertThat(sick).hasSizeGreaterThanOrEqualTo(50);
    assertThat(missed).hasSizeLessThanOrEqualTo(sick.size() / 12);
  }

  @Test
  void ofUsualTrainingsAtMostOneRaisesAnAlarm() throws Exception {
    Map<String, Case> healthy = TriedHealthy.all();
    List<String> alarms = new ArrayList<>();
    for (Map.Entry<String, Case> one : healthy.entrySet()) {
      List<Finding> found = Ward.examine(one.getValue());
      if (!found.isEmpty()) {
        alarms.add(one.getKey() + ": " + found.stream().map(finding -> finding.kind() + " " + Texts.ENGLISH.say(finding.sentence()))
            .toList());
      }
    }
    assertThat(healthy).hasSizeGreaterThanOrEqualTo(32);
    assertThat(alarms).hasSizeLessThanOrEqualTo(1);
  }
}
