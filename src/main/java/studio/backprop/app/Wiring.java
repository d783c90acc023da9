package studio.backprop.app;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.store.Sample;
import studio.backprop.train.Trainer;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.kit.FramePulse;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Logo;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.shell.FilesModel;
import studio.backprop.ui.shell.ShellView;
import studio.backprop.ui.shell.WindowDialogs;

/** Makes everything that the window is made of, once, and hands each what it needs. */
final class Wiring {
  private final Stage stage;
  private final WindowState state;
  private final Lang lang;
  private final ThemeModel theme;
  private final DocumentModel document = new DocumentModel();
  private final Trainer trainer;
  private final RunModel run;
  private final FilesModel files;
  private final ShellView shell;

  Wiring(Stage stage, Preferences preferences) {
    this.stage = stage;
    this.state = new WindowState(preferences);
    this.lang = new Lang(state.texts());
    this.theme = new ThemeModel(state.theme());
    Look look = new Look(theme);
    Pulse pulse = new FramePulse();
    Kernels kernels = KernelChoice.create(trainingThreads());
    this.trainer = new Trainer(kernels);
    this.run = new RunModel(document, trainer, pulse);
    this.files = new FilesModel(document, run, pulse, new WindowDialogs(stage, lang, look));
    this.shell = new ShellView(document, run, files, lang, theme);
    shell.place(new Rooms(document, run, files, lang, theme, new Motion(), pulse, shell).all());
    state.restore(stage, shell);
    look.dress(stage.getScene());
    stage.titleProperty().bind(shell.titleProperty());
    stage.getIcons().setAll(Logo.images());
    stage.setOnCloseRequest(event -> {
      event.consume();
      files.afterAsking(stage::close);
    });
  }

  /** One core is left to the screen. */
  private static int trainingThreads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /** Opens what the command line names, or the first sample. */
  void open(List<String> names) {
    if (names.isEmpty()) {
      files.openSample(Sample.all().get(0).name());
    } else {
      String name = names.get(0);
      Sample.find(name).ifPresentOrElse(sample -> files.openSample(name), () -> files.open(Path.of(name)));
    }
  }

  void close() {
    state.keep(stage, lang.texts(), theme.theme());
    run.close();
  }
}
