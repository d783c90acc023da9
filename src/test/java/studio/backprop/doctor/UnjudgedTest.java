package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.backprop.doctor.Ward.on;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Loss;
import studio.backprop.optim.Adam;
import studio.backprop.project.Project;
import studio.backprop.schedule.WarmUp;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;

/** Where the doctor says nothing, it also says what it does not know. */
class UnjudgedTest {
  private static Case digits(int steps) throws Exception {
    return on("digits", Adam.STANDARD, 1e-3, 32, steps, Loss.CROSS_ENTROPY, new Flatten(), Dense.of(32, Activation.RELU),
        Dense.of(10, Activation.SOFTMAX));
  }

  private static Case plane() throws Exception {
    return on("plane", Adam.STANDARD, 0.01, 16, HealthMonitor.EVERY, Loss.MSE, Dense.of(8, Activation.TANH), Dense.of(1, Activation.NONE));
  }

  /** What is not known at the end of a run, in English; it can be said in Chinese, too. */
  private static Map<Kind, String> unjudged(Case run) throws Exception {
    Project project = run.project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    HealthMonitor monitor = new HealthMonitor(session);
    while (session.steps() < run.steps() && session.step()) {
      monitor.see(session);
    }
    Map<Kind, String> said = new EnumMap<>(Kind.class);
    for (Unjudged one : new Doctor(project, data).unjudged(monitor.newest().orElseThrow())) {
      Texts.all().forEach(texts -> assertThat(texts.say(one.reason())).isNotBlank());
      assertThat(one.isElsewhere()).as("is about another training").isEqualTo(one.kind().isAdversarial() || one.kind().isOfAgents());
      if (one.isElsewhere()) {
        continue;
      }
      said.put(one.kind(), Texts.ENGLISH.say(one.reason()));
    }
    return said;
  }

  @Test
  void earlyOnMuchWaitsForStepsAndEpochs() throws Exception {
    assertThat(unjudged(digits(HealthMonitor.EVERY))).containsOnly(
        Map.entry(Kind.RATE_TOO_LOW, "from step 100 on"), Map.entry(Kind.OVERFITTING, "after epoch 5"),
        Map.entry(Kind.UNDERFITTING, "after epoch 60"),
        Map.entry(Kind.SATURATION, "no sigmoid or tanh in the hidden layers"),
        Map.entry(Kind.VANISHING_THROUGH_TIME, "no layer reads a sequence step by step"),
        Map.entry(Kind.CONSTANT_COLUMN, "the inputs are not columns of a table"),
        Map.entry(Kind.TARGET_LEAKAGE, "the inputs are not columns of a table"));
    assertThat(unjudged(digits(6 * HealthMonitor.EVERY)))
        .containsOnlyKeys(Kind.SATURATION, Kind.UNDERFITTING, Kind.VANISHING_THROUGH_TIME, Kind.CONSTANT_COLUMN, Kind.TARGET_LEAKAGE);
  }

  @Test
  void whatARunDoesNotHaveIsNotJudged() throws Exception {
    assertThat(unjudged(plane())).containsKeys(Kind.DEAD_RELU, Kind.IMBALANCE).doesNotContainKeys(Kind.SATURATION, Kind.LEAKAGE)
        .containsEntry(Kind.DEAD_RELU, "no ReLU in the network");
    Case all = plane().data(d -> d.withShares(0, 0));
    assertThat(unjudged(all)).containsEntry(Kind.LEAKAGE, "nothing is held out")
        .containsEntry(Kind.OVERFITTING, "only 0 validation examples");
  }

  @Test
  void aRisingValidationLossIsNeverCalledFine() throws Exception {
    Case some = on("diabetes", Adam.STANDARD, 0.005, 16, 20 * HealthMonitor.EVERY, Loss.MSE, Dense.of(16, Activation.RELU),
        Dense.of(1, Activation.NONE)).seed(11);
    PreparedData data = PreparedData.load(some.project().data(), some.project().table(), Progress.NONE);
    Session session = new Session(some.project(), data, KernelChoice.create(1), Session.initialParameters(some.project()));
    HealthMonitor monitor = new HealthMonitor(session);
    Doctor doctor = new Doctor(some.project(), data);
    List<String> said = new ArrayList<>();
    while (session.steps() < some.steps() && session.step()) {
      monitor.see(session);
      if (session.steps() % HealthMonitor.EVERY == 0) {
        doctor.unjudged(monitor.newest().orElseThrow()).stream().filter(one -> one.kind() == Kind.OVERFITTING)
            .forEach(one -> said.add(Texts.ENGLISH.say(one.reason())));
      }
    }
    assertThat(said).anyMatch(reason -> reason.matches("the validation loss has risen from 0\\.\\d+ after epoch \\d+ to 0\\.\\d+"));
  }

  @Test
  void aRateThatWarmsUpIsNotYetTheOneThatWasSet() throws Exception {
    assertThat(unjudged(digits(2 * HealthMonitor.EVERY).with(t -> t.withSchedule(new WarmUp(1000, WarmUp.Then.STAY)))))
        .containsEntry(Kind.RATE_TOO_LOW, "once warm-up is over");
  }
}
