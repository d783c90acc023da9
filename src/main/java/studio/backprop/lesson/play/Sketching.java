package studio.backprop.lesson.play;

import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.data.draw.PictureForm;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;
import studio.backprop.train.observe.Example;

/** The commands of the pad, without a pad. */
final class Sketching {
  private Sketching() {}

  /** The example that is looked at after a command. @throws LineFault if these data cannot be drawn */
  static Example carriedOut(LessonCommand command, Example now, PreparedData data) throws LineFault {
    checkPictures(data);
    if (command instanceof LessonCommand.Draw draw) {
      float[] picture = draw.drawing().isEmpty() ? null : PictureForm.of(data).picture(draw.drawing());
      return picture == null ? now.undrawn() : now.undrawn().drawn(new DrawnExample(data, picture, DrawnExample.UNKNOWN));
    }
    int label = ((LessonCommand.LabelDrawing) command).label();
    DrawnExample drawn = now.drawn().orElseThrow(() -> new LineFault(1, Message.of("lesson.play.nothing_drawn")));
    if (label >= data.dataset().classNames().size()) {
      throw new LineFault(1, Message.of("lesson.play.no_class", label, data.dataset().name(), data.dataset().classNames().size() - 1));
    }
    float[] picture = new float[data.dataset().width()];
    drawn.copyPicture(picture);
    return now.drawn(new DrawnExample(data, picture, label));
  }

  /** @throws LineFault if the examples are no pictures */
  static void checkPictures(PreparedData data) throws LineFault {
    if (!data.dataset().isImages()) {
      throw new LineFault(1, Message.of("lesson.play.no_pictures", data.dataset().name()));
    }
  }
}
