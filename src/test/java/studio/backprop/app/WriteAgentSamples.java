package studio.backprop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;

class WriteAgentSamples {
  public static void main(String[] args) throws Exception {
    for (var entry : AgentSamples.all().entrySet()) {
      Path folder = Path.of("samples", entry.getKey());
      Files.createDirectories(folder);
      ProjectFile.write(folder.resolve(entry.getKey() + ProjectFile.SUFFIX), Saved.of(entry.getValue()));
    }
  }
}
