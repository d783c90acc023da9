package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandWriter;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.LessonPlay;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.text.Message;

/** Each command does in the window what it does where a lesson is proved: the numbers are the same, or the same is said against it. */
class BothWaysTest {
  /** Commands of a lesson's folder, and quantities that are compared after them. */
  private record Way(String folder, List<String> commands, List<String> quantities) {
    private static Way of(String folder, String commands, String... quantities) {
      return new Way(folder, List.of(commands.split("\\s*;\\s*")), List.of(quantities));
    }

    @Override
    public String toString() {
      return String.join("; ", commands);
    }
  }

  private static final String[] RUN = {"run.step", "run.epoch", "run.rate", "train.loss", "changes", "network.parameters"};

  private static List<Way> ways() {
    return List.of(
        Way.of("learning-rate", "open receipts.backprop; step 3; rate 0.1; step 1 epoch; step 1 epoch; step 2", RUN),
        Way.of("learning-rate", "open receipts.backprop; run to epoch 3; reset; step 2 op; example train 2; select neuron",
            "run.step", "train.loss", "node(\"neuron\").out(0)"),
        Way.of("learning-rate", "open receipts.backprop; weight neuron 0,0 1.5; bias neuron 0 0.25; step 1; go to step 0", RUN),
        Way.of("learning-rate", "open receipts.backprop; lane A rate 0.005; lane B rate 0.02; run lanes; keep lane B; step 1", RUN),
        Way.of("learning-rate", "open receipts.backprop; answer race 5 3; view doctor",
            "answer(\"race\")", "answer(\"race\").sure", "train.loss"),
        Way.of("learning-rate", "open receipts.backprop; answer race c", "answer(\"race\")", "answer(\"race\").sure"),
        Way.of("learning-rate", "open sample circles; new weights; batch 8; run to epoch 2", RUN),
        Way.of("learning-rate", "open sample wine; class_weights on; balance off; step 3", "batch.loss", "train.loss",
            "changes"),
        Way.of("learning-rate", "open sample wine; class_weights on; balance on; class_weights off; step 3",
            "batch.loss", "train.loss", "changes"),
        Way.of("learning-rate", "open sample karate-club; remove graph_1; wire members graph_2; step 2", RUN),
        Way.of("rare-class", "open snow.backprop; run to epoch 2; threshold 0.08", "run.step", "metrics.threshold",
            "metrics.true_positives", "metrics.false_positives", "metrics.false_negatives", "metrics.precision", "metrics.recall",
            "metrics.f1",
            "metrics.balanced_accuracy", "metrics.roc_auc", "valid.recall"),
        Way.of("rare-class", "open snow.backprop; run to epoch 1; threshold 0.08; threshold loss; step 1", "run.step",
            "metrics.threshold", "metrics.false_positives"),
        Way.of("learning-rate", "open sample iris; step 1; threshold 0.2", "run.step", "metrics.threshold", "metrics.balanced_accuracy"),
        Way.of("vanishing", "open deep-moons.backprop; add dense more after h1; node more units 3; step 2", RUN),
        Way.of("vanishing", "open deep-moons.backprop; run to epoch 4; try vanishing 3; keep B; step 5", RUN),
        Way.of("batches", "open iris.backprop; run folds 3 repeats 2 seed 1 best 2 on all", "folds.mean", "folds.deviation", "folds.lowest",
            "folds.highest", "folds.train", "folds.low", "folds.high", "folds.count", "folds.repeats", "folds.best"),
        Way.of("leak", "open coins.backprop; epochs 5; run folds 3 best 5", "folds.mean", "folds.train"),
        Way.of("confidence", "open digits.backprop; run to epoch 1; example test 3", "explain.integrated(3,4)", "explain.saliency(3,4)",
            "explain.class", "explain.label"),
        Way.of("learning-rate", "open sample digits-cnn; draw 0.5,0.1 0.5,0.9 / 0.4,0.2 0.5,0.1; label 1",
            "pad.class", "pad.confidence", "pad.label"),
        Way.of("gan", "open ring.backprop; gan trains discriminator; step 20; gan trains both; step 5", "run.step", "train.loss",
            "gan.modes", "gan.share", "gan.real", "gan.generated", "gan.gradient", "gan.generator_loss"),
        Way.of("exploration", "open cliff.backprop; agent method sarsa; agent epsilon 0.2; run to epoch 1", "agent.mean_return",
            "agent.best_mean_return", "agent.greedy", "agent.greedy_steps", "agent.episodes", "agent.steps", "agent.epsilon",
            "node(\"q\").weight(36,0)"),
        Way.of("exploration", "open levers.backprop; lane A agent epsilon 1; lane B agent epsilonEnd 1; run lanes",
            "lane(A).agent.mean_return", "lane(B).agent.mean_return"),
        Way.of("search", "open moons.backprop; run search trials 4; run seeds", "search.trials", "search.best", "search.valid",
            "search.median", "search.test", "search.lead", "search.deviation", "search.repeats"),
        Way.of("shortcut", "open marked.backprop; run to epoch 1", "test.recall(3)", "test.precision(8)", "valid.recall(3)", "train.f1(0)"),
        Way.of("shortcut", "open marked.backprop; example test 2; draw example; draw pixel 0,7; draw pixel 7,7; draw pixel 7,7 off",
            "pad.class", "pad.confidence", "pad.label", "pad.origin", "pad.changed", "explain.integrated(0,7)"));
  }

  private static List<Way> refused() {
    return List.of(
        Way.of("learning-rate", "open nothing.backprop"),
        Way.of("learning-rate", "open receipts.backprop; keep lane B"),
        Way.of("learning-rate", "open receipts.backprop; keep B"),
        Way.of("learning-rate", "open receipts.backprop; run folds 50"),
        Way.of("batches", "open iris.backprop; run folds 5 best 7"),
        Way.of("learning-rate", "open sample digits-cnn; run folds 5 best 7"),
        Way.of("learning-rate", "open receipts.backprop; select h9"),
        Way.of("learning-rate", "open receipts.backprop; run search"),
        Way.of("search", "open moons.backprop; run seeds"),
        Way.of("learning-rate", "open receipts.backprop; agent epsilon 0.2"),
        Way.of("exploration", "open levers.backprop; agent worlds 8"),
        Way.of("exploration", "open levers.backprop; gan trains both"),
        Way.of("rare-class", "open snow.backprop; threshold 8"),
        Way.of("learning-rate", "open receipts.backprop; weight neuron 7,7 1"),
        Way.of("learning-rate", "open receipts.backprop; draw 0.5,0.1 0.5,0.9"),
        Way.of("learning-rate", "open sample digits-cnn; label 1"),
        Way.of("learning-rate", "open receipts.backprop; draw example"),
        Way.of("learning-rate", "open sample digits-cnn; draw 0.5,0.1 0.5,0.9; draw pixel 0,7"),
        Way.of("shortcut", "open marked.backprop; draw example; draw pixel 8,0"),
        Way.of("learning-rate", "open sample digits-cnn; draw 0.5,0.1 0.5,0.9; label 12"),
        Way.of("learning-rate", "open sample karate-club; remove graph_1; step 1"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theNumbersAreTheSame(Way way) throws Exception {
    String[] commands = way.commands().toArray(String[]::new);
    try (LessonPlay play = new LessonPlay(LessonFolder.bundled(way.folder()), KernelChoice.create(1), OptionalLong.empty());
        BareLesson window = new BareLesson(LessonFolder.bundled(way.folder()))) {
      assertThat(played(play, commands)).isEmpty();
      assertThat(window.carryOut(commands[0])).isEmpty();
      window.bench.beginStep(List.of());
      assertThat(window.carryOut(Stream.of(commands).skip(1).toArray(String[]::new))).isEmpty();
      for (String quantity : way.quantities()) {
        Double played = play.value(CheckParser.sum(quantity)); // both may be no number
        assertThat((Object) window.number(quantity)).as(quantity).isEqualTo(played);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void theSameIsSaidAgainstIt(Way way) throws Exception {
    String[] commands = way.commands().toArray(String[]::new);
    try (LessonPlay play = new LessonPlay(LessonFolder.bundled(way.folder()), KernelChoice.create(1), OptionalLong.empty());
        BareLesson window = new BareLesson(LessonFolder.bundled(way.folder()))) {
      assertThat(window.carryOut(commands)).isPresent().isEqualTo(played(play, commands));
    }
  }

  /** The step begins after the first command. @return why one could not be carried out */
  private static Optional<Message> played(LessonPlay play, String... commands) {
    try {
      for (LessonCommand command : BareLesson.commands(commands)) {
        boolean first = play.project() == null;
        play.carryOut(command);
        if (first) {
          play.beginStep(List.of());
        }
      }
      play.settle();
      return Optional.empty();
    } catch (LineFault fault) {
      return Optional.of(fault.sentence());
    }
  }

  @Test
  void noCommandIsLeftOutAndEachCanBeWritten() {
    Set<Class<?>> tried = new HashSet<>();
    for (Way way : ways()) {
      for (LessonCommand command : BareLesson.commands(way.commands().toArray(String[]::new))) {
        tried.add(command.getClass());
        assertThat(CommandWriter.line(command)).as("%s", command).isPresent();
      }
    }
    assertThat(tried).containsExactlyInAnyOrderElementsOf(kinds(LessonCommand.class));
  }

  private static List<Class<?>> kinds(Class<?> of) {
    return of.isInterface() ? Stream.of(of.getPermittedSubclasses()).flatMap(one -> kinds(one).stream()).toList() : List.of(of);
  }
}
