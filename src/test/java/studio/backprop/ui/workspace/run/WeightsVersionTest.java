package studio.backprop.ui.workspace.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.observe.predict.Replica;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.panels.Desk;

/** Which weights are shown, and which were asked: by this all views know whether to ask anew. */
@Timeout(60)
class WeightsVersionTest {
  private static WeightsVersion asked(Desk desk, PredictionRequests questions) {
    AtomicReference<WeightsVersion> heard = new AtomicReference<>();
    desk.pulse.until(questions::free);
    questions.ask(replica -> replica.step(), (step, weights) -> {
      assertThat(weights.step()).isEqualTo(step);
      heard.set(weights);
    });
    desk.pulse.until(() -> heard.get() != null);
    return heard.get();
  }

  @Test
  void aStepAHandAndAnUndoMakeOthers() throws Exception {
    try (Desk desk = new Desk(SampleProject.of("iris"))) {
      desk.rest();
      assertThat(desk.run.isBehind(null)).as("nothing was asked").isTrue();
      Pulse pulse = desk.pulse;
      try (PredictionRequests questions = new PredictionRequests(desk.run, pulse, "version", 0)) {
        WeightsVersion first = asked(desk, questions);
        assertThat(first).isEqualTo(desk.run.shownWeights());
        assertThat(desk.run.isBehind(first)).isFalse();
        desk.run.control().stepBatch();
        desk.pulse.until(() -> desk.run.shownWeights().step() == 1);
        assertThat(desk.run.isBehind(first)).as("a step").isTrue();
        desk.rest();
        WeightsVersion second = asked(desk, questions);
        assertThat(desk.run.isBehind(second)).isFalse();
        desk.run.weights().set(desk.run.runProperty().get().learned().get(0).node(), "weight", 0, 3, false);
        assertThat(desk.run.isBehind(second)).as("a weight set by hand at the same step").isTrue();
        WeightsVersion third = asked(desk, questions);
        assertThat(desk.run.isBehind(third)).isFalse();
        desk.document.undo();
        assertThat(desk.run.isBehind(third)).as("taken back").isTrue();
        desk.run.past().goTo(0);
        desk.pulse.until(() -> desk.run.past().present() && desk.run.shownWeights().step() == 0);
        assertThat(desk.run.isBehind(asked(desk, questions))).as("in the past").isFalse();
      }
    }
  }

  @Test
  void aQuestionThatFailsIsToldAndNotAskedAgainByTheSameWeights() throws Exception {
    try (Desk desk = new Desk(SampleProject.of("iris"))) {
      desk.rest();
      try (PredictionRequests questions = new PredictionRequests(desk.run, desk.pulse, "failing", 0)) {
        List<Object> heard = new ArrayList<>();
        questions.ask(replica -> {
          throw new OutOfMemoryError("heap");
        }, (Consumer<Object>) heard::add);
        desk.pulse.until(questions::hasFailed);
        assertThat(questions.failureProperty().get()).contains(Message.of("work.no_memory"));
        assertThat(questions.free()).as("to be asked by these weights").isFalse();
        assertThat(heard).isEmpty();
        desk.run.control().stepBatch();
        desk.pulse.until(() -> desk.run.shownWeights().step() == 1);
        assertThat(questions.hasFailed()).as("other weights may do").isFalse();
        desk.rest();
        desk.pulse.until(questions::free);
        questions.ask(Replica::step, (Consumer<Object>) heard::add);
        desk.pulse.until(() -> heard.contains(1L));
        assertThat(questions.failureProperty().get()).isEmpty();
      }
    }
  }
}
