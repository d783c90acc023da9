package studio.backprop.ui.judge.attribution;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Images from files to be explained: each is converted to the form of the training images, as drawings are, and becomes the chosen example.
 * Files are read in the background; only the last one counts.
 */
public final class ImageModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Optional<Message>> said = new ReadOnlyObjectWrapper<>(this, "said", Optional.empty());
  private final RunModel run;
  private final Pulse pulse;
  private final Executor worker;
  private final Subscription subscriptions;
  private Path wanted;
  /** Example made of the file that {@link #said} is about. */
  private DrawnExample shown;

  public ImageModel(RunModel run, Pulse pulse) {
    this(run, pulse, ForkJoinPool.commonPool());
  }

  /** @param worker reads files */
  ImageModel(RunModel run, Pulse pulse, Executor worker) {
    this.run = run;
    this.pulse = pulse;
    this.worker = worker;
    subscriptions = Subscription.combine(
        run.runProperty().subscribe((before, now) -> forget()),
        run.observation().exampleProperty().subscribe((before, now) -> {
          if (now.drawn().filter(drawn -> drawn == shown).isEmpty()) {
            forget();
          }
        }));
  }

  /** Status of the last file: being read, scaled, or failed; empty once another example is chosen. */
  public ReadOnlyObjectProperty<Optional<Message>> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether the examples are images. */
  boolean isPossible() {
    return run.runProperty().get() != null && run.runProperty().get().data().dataset().isImages();
  }

  public void open(Path file) {
    if (!isPossible()) {
      return;
    }
    PreparedData data = run.runProperty().get().data();
    wanted = file;
    said.set(Optional.of(Message.of("reason.image.reading", file.getFileName().toString())));
    worker.execute(() -> {
      try {
        float[] picture = ImageFile.read(file).like(PictureForm.of(data), data.dataset().about().largestPixel())
            .orElseThrow(() -> new DataProblem(Message.of("reason.image.plain", file.getFileName().toString())));
        pulse.soon(() -> take(file, data, picture));
      } catch (DataProblem problem) {
        pulse.soon(() -> say(file, problem.sentence()));
      } catch (OutOfMemoryError e) {
        pulse.soon(() -> say(file, Message.of("reason.image.memory", file.getFileName().toString())));
      }
    });
  }

  private void take(Path file, PreparedData data, float[] picture) {
    if (file == wanted && run.runProperty().get() != null && run.runProperty().get().data() == data) {
      shown = new DrawnExample(data, picture, DrawnExample.UNKNOWN);
      run.observation().chooseExample(run.observation().exampleProperty().get().drawn(shown));
      int high = data.dataset().inputShape().size(1);
      int wide = data.dataset().inputShape().size(2);
      say(file, Message.of("reason.image.scaled", file.getFileName().toString(), high + "×" + wide));
    }
  }

  private void say(Path file, Message sentence) {
    if (file == wanted) {
      said.set(Optional.of(sentence));
    }
  }

  private void forget() {
    wanted = null;
    shown = null;
    said.set(Optional.empty());
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    forget();
  }
}
