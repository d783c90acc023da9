package studio.backprop.app;

import java.nio.file.Path;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Message;
import studio.backprop.ui.learn.author.PreviewBar;
import studio.backprop.ui.learn.author.PreviewModel;
import studio.backprop.ui.learn.author.RecordModel;

/** Authoring tools of a lesson: problems at each save, check and recorder. */
final class PreviewRoom implements AutoCloseable {
  private final RoomContext at;
  private final PreviewModel model;
  private final RecordModel record;

  /** @param tryIt plays the lesson as a learner */
  PreviewRoom(RoomContext at, ReadLesson read, LessonRoom lesson, Runnable tryIt) {
    this.at = at;
    Path folder = read.folder().origin().orElseThrow();
    model = new PreviewModel(folder, read, at.lang().texts().locale().getLanguage(), at.pulse());
    record = new RecordModel(at.document(), at.run(), at.pulse(), lesson::acting);
    model.onRenewed(lesson::renew);
    at.lang().textsProperty().subscribe((before, now) -> model.speak(now.locale().getLanguage()));
    record.recordingProperty().subscribe((before, now) -> lesson.free(now));
    PreviewBar.Acts acts = new PreviewBar.Acts(file -> open(folder.resolve(file)), () -> open(folder), tryIt);
    at.frame().announce(new PreviewBar(model, record, at.lang(), acts), new SimpleBooleanProperty(false));
  }

  /** Reports where the files are, after creation. */
  void sayWhereItIs() {
    model.freshProperty().set(true);
  }

  private void open(Path path) {
    if (!SystemFiles.open(path)) {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, path.toAbsolutePath().toString()));
      at.files().tell(Message.of("author.no_program"), Message.of("author.not_opened", path.toAbsolutePath().toString()));
    }
  }

  @Override
  public void close() {
    model.close();
    record.close();
  }
}
