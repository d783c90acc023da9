package studio.backprop.ui.learn.course;

import java.io.File;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Modal;

/** File chooser of a teacher's guide: PDF, or HTML by extension. */
final class PrintChooser {
  private final CourseModel model;
  private final Lang lang;
  private final Node page;

  PrintChooser(CourseModel model, Lang lang, Node page) {
    this.model = model;
    this.lang = lang;
    this.page = page;
  }

  void ask(CourseLesson lesson) {
    ask(lesson.id(), file -> model.print(lesson, file.toPath(), lang.texts()));
  }

  void ask(ClassPlan plan) {
    ask(plan.id(), file -> model.print(plan, file.toPath(), lang.texts()));
  }

  private void ask(String name, Consumer<File> chosen) {
    Window window = page.getScene().getWindow();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(lang.say("course.print.title"));
    chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("PDF", "*.pdf"),
        new FileChooser.ExtensionFilter("HTML", "*.html"));
    chooser.setInitialFileName(name + "-teacher.pdf");
    File file = Modal.over(window, () -> chooser.showSaveDialog(window));
    if (file != null) {
      chosen.accept(file);
    }
  }
}
