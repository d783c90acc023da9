package studio.backprop.store;

import java.util.Map;
import java.util.TreeMap;
import studio.backprop.train.record.TestViews;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Number of evaluations on the test part. A damaged count is ignored. */
final class TestViewsSection {
  private TestViewsSection() {}

  static void write(TestViews views, Map<Section, byte[]> sections) {
    if (!views.counts().isEmpty()) {
      ObjectNode root = Json.object();
      ArrayNode all = root.putArray("views");
      new TreeMap<>(views.counts()).forEach((data, count) -> all.addObject().put("data", data).put("count", count));
      sections.put(Section.TEST_VIEWS, Json.write(root));
    }
  }

  static TestViews read(Map<Section, byte[]> sections) {
    Map<String, Integer> counts = new TreeMap<>();
    try {
      if (sections.containsKey(Section.TEST_VIEWS)) {
        for (Fields one : Json.read(Section.TEST_VIEWS, sections.get(Section.TEST_VIEWS)).objects("views", TestViews.MOST)) {
          counts.put(one.text("data"), one.whole("count", 0, Integer.MAX_VALUE));
        }
      }
    } catch (StoreProblem e) {
      return TestViews.NONE;
    }
    return new TestViews(counts);
  }
}
