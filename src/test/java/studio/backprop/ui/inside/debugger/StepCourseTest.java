package studio.backprop.ui.inside.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.network.Edit;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.project.WhoTrains;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.store.StepRows;
import studio.backprop.text.Message;
import studio.backprop.train.Cursor;
import studio.backprop.train.TurnSpec;
import studio.backprop.ui.panels.Desk;
import studio.backprop.ui.workspace.document.AdversarialEdits;

/** Who takes turns in the next step is known before it is taken, and so is all that it does. */
@Timeout(60)
class StepCourseTest {
  private Desk desk;
  private DebuggerModel model;
  private AdversarialEdits edits;

  @BeforeEach
  void open() throws Exception {
    desk = new Desk(SampleProject.of("gan-ring"));
    model = new DebuggerModel(desk.document, desk.run, desk.pulse);
    edits = new AdversarialEdits(desk.document);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.snapshot().isPresent() && !model.courseProperty().get().isEmpty());
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private List<String> turns() {
    return desk.run.snapshot().map(Snapshot::passes).orElse(List.of()).stream().map(TurnSpec::title).flatMap(Optional::stream)
        .map(Message::key)
        .toList();
  }

  private long turnsOfCourse() {
    return model.courseProperty().get().stream().map(Cursor::turn).distinct().count();
  }

  private long step() {
    return desk.run.snapshot().map(Snapshot::step).orElse(-1L);
  }

  @Test
  void whoeverTrainsAloneHasTheNextStepAtOnceAndTheOtherComesBack() {
    int both = model.courseProperty().get().size();
    assertThat(turns()).hasSize(2);
    assertThat(turnsOfCourse()).isEqualTo(2);
    edits.train(WhoTrains.GENERATOR);
    desk.pulse.until(() -> turnsOfCourse() == 1);
    assertThat(turns()).containsExactly("slow.turn.generator");
    int alone = model.courseProperty().get().size();
    assertThat(alone).isLessThan(both);
    model.walk().goTo(alone);
    desk.pulse.until(() -> step() == 1);
    assertThat(model.cursorProperty().get()).as("the step is done").isEmpty();
    edits.train(WhoTrains.BOTH);
    desk.pulse.until(() -> turnsOfCourse() == 2);
    assertThat(turns()).hasSize(2);
    assertThat(model.courseProperty().get()).hasSize(both);
  }

  /** As after the twin that trains G alone was kept, and both are wanted again. */
  @Test
  void aTwinThatIsKeptShowsWhoTakesTurnsWithoutAStep() {
    Project generator = desk.document.project().withAssignment(
        now -> ((Adversarial) now).withSettings(settings -> settings.withTrains(WhoTrains.GENERATOR)));
    Saved learned = desk.run.trainer().ask(Saved::of).join().orElseThrow().with(generator, StepRows.NONE);
    desk.run.restarts().adopt(new Edit<>(Message.of("x"), before -> generator), learned);
    desk.pulse.until(() -> desk.run.runProperty().get() != null && desk.run.runProperty().get().project().equals(generator)
        && turnsOfCourse() == 1);
    assertThat(turns()).containsExactly("slow.turn.generator");
    edits.train(WhoTrains.BOTH);
    desk.pulse.until(() -> turns().size() == 2);
  }
}
