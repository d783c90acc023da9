package studio.backprop.app.lesson;

import java.util.List;
import java.util.stream.Collectors;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.MeasuredNodes;
import studio.backprop.network.Node;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Sets one weight or bias, as the user's slider does. */
final class NumberSetter {
  private NumberSetter() {}

  /** @throws LineFault if a node has no such number */
  static void set(LessonCommand.SetNumber set, List<Integer> ids, DocumentModel document, RunModel run) throws LineFault {
    for (int id : ids) {
      Node node = document.network().node(id);
      ParameterSpec spec = document.analysis().parameters(node).stream().filter(one -> one.name().equals(set.parameter())).findFirst()
          .orElseThrow(() -> new LineFault(1, Message.of("lesson.play.no_parameter", set.node(), set.parameter())));
      int place = MeasuredNodes.place(spec, set.indices());
      if (place < 0) {
        throw new LineFault(1, Message.of("lesson.play.no_place", set.node(), set.parameter(),
            set.indices().stream().map(String::valueOf).collect(Collectors.joining(","))));
      }
      run.weights().set(id, set.parameter(), place, (float) set.value(), false);
    }
  }
}
