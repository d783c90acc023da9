package studio.backprop.ui.watch.time;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.data.Progress;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;
import studio.backprop.ui.kit.PngPicture;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.Sight;

/**
 * Time-lapse of one view over the steps of the run, evenly spaced: an animated GIF, or a PNG series. Seeks from step to step while
 * recording; returning to the present or training cancels it. JavaFX thread only.
 */
public final class TimeLapse {
  private static final int MOST = 48;
  /** Pulses until all views show a step. */
  private static final int SETTLED = 20;

  private final ReadOnlyObjectWrapper<Optional<Stage>> stage = new ReadOnlyObjectWrapper<>(this, "stage", Optional.empty());
  private final TimeModel model;
  private final Lang lang;
  private final Pulse pulse;
  private Shooting shooting;

  /**
   * Progress of the time-lapse.
   *
   * @param saying in a sentence
   * @param share from 0 to 1
   */
  public record Stage(Message saying, double share) {}

  /** One time-lapse from its first picture until it is saved. */
  private static final class Shooting implements Progress {
    private final Node view;
    private final LapseFile file;
    private final List<BufferedImage> pictures = new ArrayList<>();
    private int waited;
    /** Whether another was requested meanwhile. */
    private boolean asked;
    private volatile int written;
    private volatile boolean cancelled;

    Shooting(Node view, LapseFile file) {
      this.view = view;
      this.file = file;
    }

    int count() {
      return file.steps().size();
    }

    /** Whether all pictures are taken. */
    boolean taken() {
      return pictures.size() == count();
    }

    long step() {
      return file.steps().get(pictures.size());
    }

    @Override
    public void at(long done, long total) {
      written = (int) done;
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    /** Recording and writing are each half of the progress. */
    Stage stage() {
      Message now = taken() ? Message.of("lapse.writing", written + 1, count()) : Message.of("lapse.taking", pictures.size() + 1, count());
      return new Stage(asked ? Message.of("lapse.busy", pictures.size(), count()) : now, (pictures.size() + written) / (2.0 * count()));
    }
  }

  public TimeLapse(TimeModel model, Lang lang, Pulse pulse) {
    this.model = model;
    this.lang = lang;
    this.pulse = pulse;
    pulse.subscribe(this::look);
  }

  /** Progress of the current time-lapse; empty without one. */
  public ReadOnlyObjectProperty<Optional<Stage>> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Command for a view. @param titleKey text key of the command */
  public Command of(String titleKey, Node view) {
    ObservableValue<Boolean> shown = Sight.shown(view);
    ObservableBooleanValue possible = Bindings.createBooleanBinding(() -> model.moving() && shown.getValue(), model.stateProperty(), shown);
    return Command.of(Message.of(titleKey), Command.Group.VIEW, Icon.RECENT, () -> ask(view)).when(possible);
  }

  private void ask(Node view) {
    if (busy() || !Sight.of(view)) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("lapse.save"));
    chooser.getExtensionFilters().addAll(
        new FileChooser.ExtensionFilter(lang.say("lapse.gif"), "*" + LapseFile.GIF),
        new FileChooser.ExtensionFilter(lang.say("lapse.png"), "*" + LapseFile.PNG));
    chooser.setInitialFileName(lang.say("lapse.name") + LapseFile.GIF);
    Window window = view.getScene().getWindow();
    File file = Modal.over(window, () -> chooser.showSaveDialog(window));
    if (file != null) {
      begin(view, file.toPath());
    }
  }

  /** Only one runs at a time; another request is refused with a message. */
  private boolean busy() {
    if (shooting == null) {
      return false;
    }
    shooting.asked = true;
    tell();
    return true;
  }

  /** Records a view and writes the file: {@code .png} for a series, else a GIF. */
  void begin(Node view, Path file) {
    long first = model.first();
    long length = model.newest() - first;
    if (length == 0 || busy()) {
      return;
    }
    int count = (int) Math.min(MOST, length);
    List<Long> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(first + (count == 1 ? 0 : i * (length - 1) / (count - 1)));
    }
    shooting = new Shooting(view, new LapseFile(file, steps));
    model.goTo(shooting.step());
    tell();
  }

  /** Cancels without saving. */
  public void cancel() {
    if (shooting != null && shooting.taken()) {
      shooting.cancelled = true; // the writer stops before the next picture
    } else if (shooting != null) {
      shooting = null;
      model.backToLive();
      model.notice(Message.of("lapse.ended"));
      tell();
    }
  }

  private void tell() {
    stage.set(Optional.ofNullable(shooting).map(Shooting::stage));
  }

  private void look() {
    if (shooting == null) {
      return;
    }
    if (!shooting.taken()) {
      shoot();
    }
    tell();
  }

  private void shoot() {
    if (!model.wishes(shooting.step())) {
      shooting = null; // the user has gone elsewhere
      model.notice(Message.of("lapse.ended"));
    } else if (model.stands(shooting.step()) && shooting.waited++ > SETTLED) {
      tryToTake();
    }
  }

  private void tryToTake() {
    try {
      take();
    } catch (OutOfMemoryError e) {
      Message reason = Message.of("lapse.memory", shooting.count());
      shooting = null;
      model.backToLive();
      model.notice(reason);
    }
  }

  private void take() {
    shooting.waited = 0;
    shooting.pictures.add(PngPicture.pixels(shooting.view.snapshot(null, null)));
    if (!shooting.taken()) {
      model.goTo(shooting.step());
    } else {
      Shooting taken = shooting;
      model.backToLive();
      Thread writer = new Thread(() -> finish(taken), "time-lapse");
      writer.setDaemon(true);
      writer.start();
    }
  }

  private void finish(Shooting taken) {
    Message outcome = taken.file.write(taken.pictures, taken);
    pulse.soon(() -> {
      shooting = null;
      model.notice(outcome);
      tell();
    });
  }
}
