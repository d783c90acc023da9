package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.DrawnGraph;

/**
 * Summary of loaded data.
 *
 * @param rows usable examples, or nodes of a single graph
 * @param nodes whether {@code rows} are nodes
 * @param classes number of classes, 0 for a regression
 * @param target what is predicted
 * @param testGiven whether the data have a test set of their own
 * @param notes rows dropped, values imputed
 */
record DataFacts(
    int rows,
    boolean nodes,
    String shape,
    int classes,
    String name,
    String target,
    int train,
    int validation,
    int test,
    boolean testGiven,
    List<Message> notes,
    DataPreview preview) {
  static DataFacts of(PreparedData data) {
    Optional<DrawnGraph> graph = DrawnGraph.of(data.dataset());
    ToIntFunction<Part> count = part -> graph.map(nodes -> nodes.count(data, part)).orElse(data.rows(part));
    return new DataFacts(
        graph.map(DrawnGraph::nodes).orElse(data.dataset().rows()),
        graph.isPresent(),
        graph.isPresent() ? String.valueOf(data.dataset().graph().orElseThrow().features()) : data.dataset().inputShape().toString(),
        data.dataset().task() == Task.CLASSES ? data.dataset().classNames().size() : 0,
        data.dataset().name(),
        data.dataset().about().targetName(),
        count.applyAsInt(Part.TRAIN),
        count.applyAsInt(Part.VALIDATION),
        count.applyAsInt(Part.TEST),
        data.dataset().about().givenTestRows() > 0,
        data.notes(),
        DataPreview.of(data));
  }
}
