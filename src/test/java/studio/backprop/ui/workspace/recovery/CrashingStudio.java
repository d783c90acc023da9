package studio.backprop.ui.workspace.recovery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import studio.backprop.data.DataSettings;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.Recovery;
import studio.backprop.store.StoreProblem;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.LessonAnswer;
import studio.backprop.teaching.record.LessonAnswer.Correctness;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

/**
 * A window's models without a window, in a process of their own that waits to be killed: it edits four times a second while it trains, and
 * says at each edit how far it is, as {@code nanoseconds edit step}. The edit's number is where node 2 stands.
 */
final class CrashingStudio {
  private static final int FRAME_NANOS = 16_000_000;
  private static final int FRAMES_PER_EDIT = 15;
  /** A crash costs what it may as long as writing takes no longer than the rest between two copies. */
  private static final long MOST_FRAMES_WRITING = AutosaveModel.REST_NANOS / FRAME_NANOS;

  /** Who plays a lesson beside it: a step and an answer with each edit. */
  static final String LEARNER = "Mira";
  static final String LESSON = "first-neuron";

  private CrashingStudio() {}

  private static void answer(LearnerProgress learner, int number) throws StoreProblem {
    learner.change(() -> {
      learner.at(LESSON, 1, "step-" + number, Instant.EPOCH);
      learner.record(LESSON, new LessonAnswer(1, "step-" + number, "question-" + number, "a", Correctness.RIGHT, 2, 0, 0, 1));
    });
  }

  static Project project(int units) {
    Network network =
        Network.EMPTY
            .add(Input.row(2), 0, 0)
            .add(Dense.of(units, Activation.TANH), 0, 0)
            .add(Dense.of(units, Activation.TANH), 0, 0)
            .add(Dense.of(1, Activation.SIGMOID), 0, 0)
            .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
            .wire(1, 2).wire(2, 3).wire(3, 4).wire(4, 5);
    return new Project(network, DataSettings.of("circles"), Optional.empty(), TrainingSettings.STANDARD.withEpochs(1_000_000));
  }

  /** @param args the folder of copies, the units of a layer, the folder of learners */
  public static void main(String[] args) throws StoreProblem {
    LearnerProgress learner = LearnerProgress.of(Path.of(args[2]), LEARNER);
    ManualPulse pulse = new ManualPulse();
    DocumentModel document = new DocumentModel();
    RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
    WorkModel work = new WorkModel(document, run, pulse);
    AtomicLong clock = new AtomicLong();
    try (AutosaveModel autosave = new AutosaveModel(document, run, work, pulse, new Recovery(Path.of(args[0])), clock::get)) {
      Project project = project(Integer.parseInt(args[1]));
      run.files().open(() -> document.open(project, "rings", Optional.of(Path.of("rings.backprop"))), Optional.empty(), Optional.empty());
      long frame = 1;
      long writingSince = 0;
      while (autosave.problemProperty().get().isEmpty()) {
        pulse.tick();
        LockSupport.parkNanos(FRAME_NANOS);
        writingSince = autosave.isWriting() ? writingSince : frame;
        if (frame - writingSince >= MOST_FRAMES_WRITING) {
          continue; // on a busy machine the clock waits
        }
        frame++;
        clock.addAndGet(FRAME_NANOS);
        if (run.statusProperty().get().state() == Status.State.PAUSED) {
          run.control().togglePlay();
        }
        if (frame % FRAMES_PER_EDIT == 0) {
          document.edit(Message.of("edit.rate"), network -> network.with(2, node -> node.movedTo(node.x() + 1, 0)));
          answer(learner, (int) document.network().node(2).x());
          long step = run.snapshot().map(Snapshot::step).orElse(0L);
          System.out.println(clock.get() + " " + (long) document.network().node(2).x() + " " + step);
        }
      }
    }
  }
}
