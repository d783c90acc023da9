package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.Judge;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.train.Session;

/** A check is asked after each step, on the training thread: it makes no garbage there. */
class CheckAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int LOOKS = 2_000;

  private final Project project = project();
  private final Session session = session();
  private final Circumstances around = Circumstances.of(project);
  private final SessionFacts facts = new SessionFacts(session, () -> around, Optional::empty);

  private static Project project() {
    try {
      return LessonFolder.bundled("learning-rate").project(LessonCommand.Opening.of("sample circles")).saved().project();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Session session() {
    try {
      return new Session(project, PreparedData.load(project.data(), project.table(), Progress.NONE), KernelChoice.create(1),
          InitialWeights.DRAWN.parameters(project));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String hidden() {
    return project.network().nodes().stream().filter(node -> !node.layer().isInput() && !node.layer().isOutput()).findFirst().orElseThrow()
        .name();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "batch.loss < 0.1 and batch.accuracy > 0.9", "run.step >= 5 or run.rate < 1e-3", "run.epoch = 3", "epoch.loss < 0.1",
      "valid.f1 > 0.9 and not valid.precision < 0.1",
      "node(\"@\").gradient > 0.01 at step 5000", "node(\"@\").weight(0,0) within 5% of 0.3 by epoch 9000", "not node(\"@\").bias(1) < 0",
      "node(\"@\").activation is tanh", "node(\"*\").exists", "network.layers = 3 and training.batch = 32 and data.noise < 0.5",
      "training.optimizer is adam and run.state is paused", "data.scaling is none", "changes = 0 and not seen.doctor",
      "2 * batch.loss - start.batch.loss / 3 < 1 after epoch 4000", "node(\"@\").silent < 0.5 or doctor.healthy"})
  void aLookAllocatesNothing(String check) throws Exception {
    Judge judge = new Judge(CheckParser.check(check.replace("@", hidden())));
    Network network = session.project().network();
    session.step();
    look(judge, network); // what is read once is read, and the compiler has seen it
    look(judge, network);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    look(judge, network);
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(allocated).as("bytes in %d looks", LOOKS).isLessThan(LOOKS);
  }

  private void look(Judge judge, Network network) {
    for (int i = 0; i < LOOKS; i++) {
      judge.look(facts, network, false);
    }
  }

  @Test
  void aChangedProjectIsReadAnew() throws Exception {
    Project[] now = {project};
    SessionFacts changing = new SessionFacts(session, () -> new Circumstances(project, now[0], false, false, around.findings(),
        around.seen(), around.answers(), around.sure(), around.startValues(), around.example(), around.folds(),
        around.search()), Optional::empty);
    Judge judge = new Judge(CheckParser.check("training.batch = 7 and changes = 1"));
    assertThat(judge.look(changing, project.network(), true)).isEqualTo(Verdict.NO);
    now[0] = project.withTraining(training -> training.withBatch(7));
    assertThat(judge.look(changing, project.network(), true)).isEqualTo(Verdict.YES);
  }
}
