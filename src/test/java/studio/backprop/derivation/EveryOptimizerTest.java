package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.optim.AdamW;
import studio.backprop.optim.FormulaLine;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Project;
import studio.backprop.project.Regularization;
import studio.backprop.project.Regularization.Clip;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** What is said of an update against what the optimizer then does to the weight. */
class EveryOptimizerTest {
  private static final int STEPS = 12;
  private static final double EQUAL = 1e-5;

  record Setting(String name, UnaryOperator<TrainingSettings> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Setting> settings() {
    List<Regularization> kept = List.of(
        Regularization.NONE, new Regularization(0.01, 0, Clip.NONE, 1), new Regularization(0, 0.05, Clip.VALUE, 0.02),
        new Regularization(0.001, 0.01, Clip.NORM, 0.05));
    Stream<Setting> optimizers = OptimizerCatalog.types().stream()
        .flatMap(type -> kept.stream().map(r -> new Setting(type.id() + " with " + r, s -> of(type, s).withRegularization(r))));
    Stream<Setting> schedules = ScheduleCatalog.types().stream()
        .map(type -> new Setting("rate " + type.id(), s -> s.withSchedule(type.fresh()).withBatch(128)));
    Stream<Setting> decay = Stream.of(new Setting("strong decay", s -> s.withOptimizer(new AdamW(0.8, 0.95, 1e-6, 0.5))));
    return Stream.of(optimizers, schedules, decay).flatMap(s -> s);
  }

  private static TrainingSettings of(OptimizerType type, TrainingSettings settings) {
    return settings.withOptimizer(type.fresh()).withRate(type.rate());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void theWeightMovesAsWasSaid(Setting setting) throws Exception {
    Project project = SampleProject.of("circles").withTraining(setting.change);
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    SplittableRandom random = new SplittableRandom(setting.name.hashCode());
    Rehearsal rehearsal = null;
    for (int i = 0; i < STEPS; i++) {
      rehearsal = Rehearsal.of(session, rehearsal).orElseThrow();
      Parameter parameter = session.parameters().learned().get(random.nextInt(session.parameters().learned().size()));
      int place = random.nextInt(parameter.tensor().count());
      Update update = rehearsal.update(new Subject(parameter.node(), parameter.name(), place));
      float before = parameter.tensor().values()[place];
      session.step();
      assertThat(update.before()).isEqualTo(before);
      assertThat(update.rate()).isEqualTo(session.takenRate());
      assertThat((float) update.changed()).isEqualTo(parameter.tensor().grads()[place]);
      assertThat((float) update.after()).isEqualTo(parameter.tensor().values()[place]);
      checkLines(update);
    }
  }

  /** The move itself, not only the weight, as far as a float can hold the weight. */
  private static void checkLines(Update update) {
    FormulaLine last = update.lines().get(update.lines().size() - 1);
    double moved = Math.abs(update.after() - update.before());
    double rounding = Math.ulp((float) Math.max(Math.abs(update.after()), Math.abs(update.before())));
    assertThat(last.value()).as("%s", update).isCloseTo(update.after(), Offset.offset(EQUAL * moved + rounding));
  }
}
