package studio.backprop.ui.window.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.run.Status;
import studio.backprop.run.Trainer;
import studio.backprop.store.Origin;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Recovery;
import studio.backprop.store.RecoverySlot;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.window.shell.FilesModel.Dialogs.Answer;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

class FilesModelTest {
  private static final Project OTHER = Project.EMPTY.withNetwork(network -> network.add(Input.row(7), 0, 0));

  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
  private final WorkModel work = new WorkModel(document, run, pulse);
  private final Person person = new Person();
  private final FilesModel files = new FilesModel(document, run, work, pulse, person);
  private @TempDir Path folder;
  private Path other;

  /** Answers as it was told to, and remembers what it was asked and told. */
  private static final class Person implements FilesModel.Dialogs {
    private final List<Message> asked = new ArrayList<>();
    private final List<Message> told = new ArrayList<>();
    private Answer answer = Answer.CANCEL;
    private Optional<Path> saveTo = Optional.empty();

    @Override
    public Optional<Path> openFile(Optional<Path> near) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(Optional<Path> near, String name) {
      return saveTo;
    }

    @Override
    public Answer unsaved(Message what) {
      asked.add(what);
      return answer;
    }

    @Override
    public void tell(Message title, List<Message> sentences) {
      told.addAll(sentences);
    }
  }

  @BeforeEach
  void otherFile() throws Exception {
    other = folder.resolve("other.backprop");
    ProjectFile.write(other, Saved.of(OTHER));
  }

  @AfterEach
  void close() {
    work.close();
    run.close();
  }

  private Project edit() {
    document.edit(Message.of("edit.rate"), network -> network.add(Input.row(3), 0, 0));
    return document.project();
  }

  @Test
  void aFileOpensUnaskedWhereNothingWouldBeLost() throws Exception {
    files.open(other);
    pulse.until(() -> document.project().equals(OTHER));
    assertThat(document.nameProperty().get()).isEqualTo("other");
    assertThat(person.asked).isEmpty();
  }

  @Test
  void aLessonIsPlayedAndTheOpenProjectStays() {
    List<Path> lessons = new ArrayList<>();
    files.onLesson(lessons::add);
    Project mine = edit();
    Path lesson = folder.resolve("Taxi.LESSON");
    files.open(lesson);
    Path zipped = folder.resolve("taxi.zip");
    files.open(zipped);
    assertThat(lessons).containsExactly(lesson, zipped);
    assertThat(person.asked).isEmpty();
    assertThat(document.project()).isSameAs(mine);
  }

  @Test
  void aTableIsLearnedFromAsWhenItIsDropped() {
    List<Path> own = new ArrayList<>();
    files.onOwn(own::add);
    Path table = folder.resolve("churn.CSV");
    files.open(table);
    assertThat(own).containsExactly(table);
    assertThat(person.asked).isEmpty();
  }

  @Test
  void weightsOutliveANetworkThatHasAProblem() throws Exception {
    Network whole = Network.EMPTY.add(Input.row(2), 0, 0).add(Dense.of(1, Activation.SIGMOID), 0, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 0, 0)
        .wire(1, 2).wire(2, 3);
    Project broken = Project.EMPTY.withNetwork(network -> whole.unwire(2, 3));
    Parameters learned = Parameters.initial(whole, whole.analyse(), new Seeds(9));
    ProjectFile.write(other, new Saved(broken, Optional.of(learned), Optional.empty()));
    files.open(other);
    pulse.until(() -> document.project().equals(broken));
    person.saveTo = Optional.of(folder.resolve("copy.backprop"));
    files.saveAs();
    pulse.until(() -> Files.exists(person.saveTo.get()));
    assertThat(ProjectFile.read(person.saveTo.get()).saved().parameters().map(Parameters::sha256)).hasValue(learned.sha256());
    document.edit(Message.of("edit.rate"), network -> network.wire(2, 3));
    pulse.until(() -> run.runProperty().get() != null);
    assertThat(run.trainer().ask(session -> session.parameters().sha256()).get()).hasValue(learned.sha256());
  }

  @Test
  void whoeverSaysCancelKeepsTheOpenProject() throws Exception {
    Project mine = edit();
    files.open(other);
    pulse.until(() -> !person.asked.isEmpty());
    files.newProject();
    assertThat(person.asked).hasSize(2);
    assertThat(document.project()).isEqualTo(mine);
  }

  @Test
  void whoeverSaysDropGetsTheOtherProject() throws Exception {
    edit();
    person.answer = Answer.DROP;
    files.open(other);
    pulse.until(() -> document.project().equals(OTHER));
  }

  @Test
  void whoeverSaysSaveHasBoth() throws Exception {
    Project mine = edit();
    person.answer = Answer.SAVE;
    person.saveTo = Optional.of(folder.resolve("mine"));
    files.open(other);
    pulse.until(() -> document.project().equals(OTHER));
    assertThat(ProjectFile.read(folder.resolve("mine.backprop")).saved().project()).isEqualTo(mine);
  }

  @Test
  void whatCannotBeSavedIsNotDropped() throws Exception {
    Project mine = edit();
    person.answer = Answer.SAVE;
    person.saveTo = Optional.of(folder.resolve("no-such-folder").resolve("mine"));
    files.open(other);
    pulse.until(() -> !person.told.isEmpty());
    assertThat(document.project()).isEqualTo(mine);
    assertThat(work.isUnsaved()).isTrue();
  }

  @Test
  void aDamagedFileIsToldAndTheOpenProjectIsUntouched() throws Exception {
    Files.write(other, new byte[] {'P', 'K', 3, 4, 5});
    Project mine = edit();
    files.open(other);
    pulse.until(() -> !person.told.isEmpty());
    assertThat(person.asked).as("nothing is at stake").isEmpty();
    assertThat(document.project()).isEqualTo(mine);
    assertThat(document.fileProperty().get()).isEmpty();
  }

  @Test
  void aRunThatIsOpenedAgainHasItsCurves() throws Exception {
    files.openSample("circles");
    pulse.until(() -> run.snapshot().isPresent());
    run.control().speedProperty().set(Double.POSITIVE_INFINITY);
    run.trainer().playSteps(5);
    pulse.until(() -> run.history().lastStep() == 5 && run.statusProperty().get().state() == Status.State.PAUSED);
    double loss = run.history().loss().last();
    person.saveTo = Optional.of(folder.resolve("trained"));
    files.saveAs();
    pulse.until(() -> document.fileProperty().get().isPresent());
    files.newProject();
    files.open(folder.resolve("trained.backprop"));
    pulse.until(() -> run.snapshot().isPresent() && run.history().lastStep() == 5);
    assertThat(run.history().loss().size()).isEqualTo(5);
    assertThat(run.history().loss().last()).isCloseTo(loss, within(1e-6));
    assertThat(run.earlier()).isEmpty();
  }

  @Test
  void restoredWorkIsUnsavedAndBelongsToItsFile() throws Exception {
    Recovery recovery = new Recovery(folder.resolve("recovery"));
    try (RecoverySlot slot = recovery.newSlot()) {
      slot.write(Saved.of(OTHER), new Origin("mine", Optional.of(other), Instant.EPOCH));
    }
    boolean[] opened = new boolean[1];
    files.restore(recovery.takeLeftovers().get(0), () -> opened[0] = true);
    pulse.until(() -> opened[0]);
    assertThat(document.project()).isEqualTo(OTHER);
    assertThat(document.fileProperty().get()).contains(other);
    assertThat(document.nameProperty().get()).isEqualTo("mine");
    assertThat(document.changedProperty().get()).isTrue();
    files.save();
    pulse.until(() -> !document.changedProperty().get());
    assertThat(work.isUnsaved()).isFalse();
  }

  @Test
  void twoNetworksThatLearnAgainstEachOtherAreOpened() {
    files.openSample("gan-ring");
    pulse.until(() -> document.project().assignment() instanceof Adversarial);
    assertThat(person.told).isEmpty();
    assertThat(document.nameProperty().get()).isNotBlank();
  }
}
