package studio.backprop.ui.workspace.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.Opened;
import studio.backprop.store.Recovery;
import studio.backprop.store.Recovery.Leftover;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.WorkModel;

class AutosaveModelTest {
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final RunModel run = new RunModel(document, new Trainer(KernelChoice.create(1)), pulse);
  private final WorkModel work = new WorkModel(document, run, pulse);
  private @TempDir Path home;
  private Path folder;
  private AutosaveModel autosave;

  @BeforeEach
  void open() {
    folder = home.resolve("recovery");
    autosave = new AutosaveModel(document, run, work, pulse, new Recovery(folder));
    Project project = CrashingStudio.project(3);
    run.files().open(() -> document.open(project, "rings", Optional.empty()), Optional.empty(), Optional.empty());
  }

  @AfterEach
  void close() {
    autosave.close();
    work.close();
    run.close();
  }

  private long copies() {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".") && file.toString().endsWith(".backprop")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void edit() {
    document.edit(Message.of("edit.rate"), network -> network.with(2, node -> node.movedTo(7, 7)));
  }

  private Leftover crashed() throws Exception {
    edit();
    pulse.until(() -> copies() == 1);
    Path another = Files.createDirectory(home.resolve("another"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, another.resolve(file.getFileName()));
      }
    }
    return new Recovery(another).takeLeftovers().get(0);
  }

  @Test
  void nothingIsKeptOfAProjectThatIsSaved() throws Exception {
    pulse.until(() -> run.snapshot().isPresent());
    assertThat(copies()).isZero();
  }

  @Test
  void aCopyOfAnEditIsKeptUntilItIsUndone() throws Exception {
    edit();
    pulse.until(() -> copies() == 1);
    document.undo();
    pulse.until(() -> copies() == 0);
  }

  @Test
  void theCopyHoldsTheEditAndTheWeights() throws Exception {
    pulse.until(() -> run.snapshot().isPresent());
    Opened opened = crashed().slot().read();
    assertThat(opened.saved().project()).isEqualTo(document.project());
    assertThat(opened.saved().parameters().orElseThrow().sha256())
        .isEqualTo(run.trainer().ask(session -> session.parameters().sha256()).get().orElseThrow());
  }

  @Test
  void trainingAloneIsKept() throws Exception {
    pulse.until(() -> run.snapshot().isPresent());
    run.control().stepBatch();
    pulse.until(() -> copies() == 1);
  }

  @Test
  void restoredWorkIsUnsavedAndKeptWhereItWasFound() throws Exception {
    Leftover leftover = crashed();
    Opened opened = leftover.slot().read();
    run.files().open(() -> document.openUnsaved(opened.saved().project(), "rings", Optional.empty()), opened.saved().parameters(),
        opened.saved().progressed());
    autosave.adopt(leftover);
    assertThat(document.changedProperty().get()).isTrue();
    pulse.until(() -> copies() == 0);
    assertThat(leftover.slot().read().saved().project()).isEqualTo(document.project());
  }

  @Test
  void aWindowThatIsClosedInGoodOrderLeavesNothing() throws Exception {
    edit();
    pulse.until(() -> copies() == 1);
    autosave.close();
    assertThat(folder).isEmptyDirectory();
    autosave = new AutosaveModel(document, run, work, pulse, new Recovery(folder));
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws Exception {
    Files.createFile(folder);
    edit();
    pulse.until(() -> autosave.problemProperty().get().isPresent());
    Files.delete(folder);
    edit();
    document.undo();
    edit();
    pulse.until(() -> autosave.problemProperty().get().isEmpty());
  }
}
