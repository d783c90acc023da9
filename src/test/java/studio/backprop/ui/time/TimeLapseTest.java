package studio.backprop.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;
import studio.backprop.train.Project;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.run.RunModel;

/** In a Java of its own with the stories in a real window: it holds the screen's thread, for which whoever writes a picture may have to wait. */
@Tag("display")
class TimeLapseTest {
  private static final int STEPS = 9;
  private static final int PATIENCE_MILLIS = 60_000;

  @TempDir private Path folder;
  private final ManualPulse pulse = new ManualPulse();
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer = new Trainer(KernelChoice.create(1));
  private final RunModel run = new RunModel(document, trainer, pulse);
  private final TimeModel model = new TimeModel(run);

  @BeforeEach
  void train() throws Exception {
    FxToolkit.registerPrimaryStage();
    try (InputStream in = Sample.find("circles").orElseThrow().open()) {
      Project circles = ProjectFile.read("circles", in).saved().project();
      run.open(() -> document.open(circles, "circles", Optional.empty()), Optional.empty(), Optional.empty());
    }
    pulse.until(() -> run.snapshot().isPresent());
    trainer.playSteps(STEPS);
    pulse.until(() -> !run.playing() && model.newest() == STEPS);
  }

  @AfterEach
  void close() {
    model.close();
    run.close();
  }

  /** A view that shows which step is looked at. */
  private void film(Path file) throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
      Label view = new Label();
      run.frameProperty().subscribe(() -> view.setText("step " + run.snapshot().map(seen -> seen.step()).orElse(-1L)));
      new Scene(new StackPane(view), 200, 60);
      new TimeLapse(model, new Lang(Texts.ENGLISH), pulse).begin(view, file);
      pulse.until(() -> model.placeProperty().get().key().equals("lapse.saved"));
      return null;
    });
  }

  @Test
  void anyViewBecomesAnAnimatedPictureOfAllSteps() throws Exception {
    Path file = folder.resolve("view.gif");
    film(file);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(STEPS);
    }
    assertThat(run.past().present()).isFalse();
  }

  @Test
  void orAPictureForEachStepNamedByIt() throws Exception {
    film(folder.resolve("view.png"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).hasSize(STEPS).contains("view-00000000.png", "view-00000008.png");
    }
  }
}
