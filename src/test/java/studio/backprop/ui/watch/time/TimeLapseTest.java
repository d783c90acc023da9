package studio.backprop.ui.watch.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.project.Project;
import studio.backprop.run.Trainer;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Every frame runs on the screen's thread; the waiting between them does not, so that whoever writes a picture gets at that thread. */
class TimeLapseTest {
  private static final int STEPS = 9;
  private static final int PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder;
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final TimeModel model = new TimeModel(run);
  private final TimeLapse lapse = new TimeLapse(model, new Lang(Texts.ENGLISH), pulse);

  @BeforeEach
  void train() throws Exception {
    FxToolkit.registerPrimaryStage();
    Project circles = SampleProject.of("circles");
    run.files().open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    pulse.until(() -> run.snapshot().isPresent());
    trainer.playSteps(STEPS);
    pulse.until(() -> !run.playing() && model.moving() && model.newest() == STEPS);
  }

  @AfterEach
  void close() {
    model.close();
    run.close();
  }

  /** Films a view that shows which step is looked at, frame by frame until something is said of it. @return what */
  private String film(Path file, Runnable between) {
    onScreen(() -> {
      Label view = new Label();
      run.frameProperty().subscribe(() -> view.setText("step " + run.snapshot().map(seen -> seen.step()).orElse(-1L)));
      new Scene(new StackPane(view), 200, 60);
      lapse.begin(view, file);
    });
    long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (said().startsWith("time.")) {
      assertThat(System.nanoTime()).as("%s at step %d, past %s", said(), model.at(), run.past().present()).isLessThan(patience);
      onScreen(pulse::tick);
      between.run();
    }
    return said();
  }

  private String said() {
    return model.placeProperty().get().key();
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action);
  }

  @Test
  void anyViewBecomesAnAnimatedPictureOfAllSteps() throws Exception {
    Path file = folder.resolve("view.gif");
    assertThat(film(file, () -> {})).isEqualTo("lapse.saved");
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(STEPS);
    }
    assertThat(run.past().present()).isFalse();
  }

  @Test
  void orAPictureForEachStepNamedByIt() throws Exception {
    assertThat(film(folder.resolve("view.png"), () -> {})).isEqualTo("lapse.saved_series");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSize(STEPS).contains("view-00000000.png", "view-00000008.png");
    }
  }

  @Test
  void whoComesBackToThePresentEndsIt() throws Exception {
    assertThat(film(folder.resolve("view.gif"), () -> onScreen(model::backToLive))).isEqualTo("lapse.ended");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void itSaysHowFarItIsAndCanBeCancelled() throws Exception {
    List<String> heard = new ArrayList<>();
    Path file = folder.resolve("view.gif");
    String outcome = film(file, () -> onScreen(() -> {
      lapse.stageProperty().get().ifPresent(stage -> heard.add(new Lang(Texts.ENGLISH).say(stage.saying())));
      if (model.wishes(3)) {
        lapse.begin(new Label(), file); // another one while the first is taken
        lapse.stageProperty().get().ifPresent(stage -> heard.add(stage.saying().key()));
        lapse.cancel();
      }
    }));
    assertThat(heard).startsWith("Time-lapse: frame 1 of 9").contains("Time-lapse: frame 3 of 9").endsWith("lapse.busy");
    assertThat(outcome).isEqualTo("lapse.ended");
    assertThat(lapse.stageProperty().get()).isEmpty();
    assertThat(run.past().present()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoCancelsWhileItIsWrittenFindsNoPictures() {
    List<BufferedImage> pictures = Stream.generate(() -> new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB)).limit(3).toList();
    for (String name : List.of("view.gif", "view.png")) {
      LapseFile file = new LapseFile(folder.resolve(name), List.of(0L, 1L, 2L));
      AtomicInteger begun = new AtomicInteger();
      Message outcome = file.write(pictures, new Progress() {
        @Override
        public void at(long done, long total) {
          begun.incrementAndGet();
        }

        @Override
        public boolean cancelled() {
          return begun.get() == 2;
        }
      });
      assertThat(outcome.key()).isEqualTo("lapse.ended");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void whereMemoryIsShortThatIsSaidAndNothingIsLeft() {
    List<BufferedImage> pictures = Stream.generate(() -> new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB)).limit(3).toList();
    for (String name : List.of("view.gif", "view.png")) {
      Message outcome = new LapseFile(folder.resolve(name), List.of(0L, 1L, 2L)).write(pictures, new Progress() {
        @Override
        public void at(long done, long total) {
          if (done == 1) {
            throw new OutOfMemoryError("as if the heap were full");
          }
        }

        @Override
        public boolean cancelled() {
          return false;
        }
      });
      assertThat(outcome.key()).isEqualTo("lapse.memory");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    assertThat(film(folder.resolve("nowhere").resolve("view.gif"), () -> {})).isEqualTo("store.no-folder");
    assertThat(film(folder.resolve("nowhere").resolve("view.png"), () -> {})).isEqualTo("store.no-folder");
  }
}
