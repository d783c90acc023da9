package studio.backprop.ui.design.palette;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.DatasetInfo;
import studio.backprop.data.DatasetInfo.Kind;
import studio.backprop.data.Task;
import studio.backprop.text.Message;

/** Localized names of the tasks of a dataset, to be searched: classification, forecasting, text generation. */
final class TaskTexts {
  private TaskTexts() {}

  static List<Message> of(DatasetInfo info) {
    boolean many = info.answers().rank() > 0;
    List<Message> tasks = new ArrayList<>();
    switch (info.kind()) {
      case SERIES -> tasks.add(task("forecasting"));
      case TEXT -> tasks.add(task(many ? "generation" : "classification"));
      case IMAGES -> tasks.add(task(info.task() == Task.REGRESSION ? "reconstruction" : many ? "segmentation" : "classification"));
      default -> tasks.add(task(info.task() == Task.REGRESSION ? "regression" : "classification"));
    }
    if (info.kind() == Kind.TEXT) {
      tasks.add(task("language"));
    }
    return List.copyOf(tasks);
  }

  private static Message task(String name) {
    return Message.of("palette.task." + name);
  }
}
