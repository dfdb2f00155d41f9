package dev.whippet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Starts the package a few times as Lambda would, and prints its response and how fast it starts;
 * fails if it exceeds a limit.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReportMojo extends AbstractFunctionMojo {
  /** How many times the function is started. */
  @Parameter(property = "whippet.starts", defaultValue = "10")
  private int starts;

  /** How many events each of them handles. */
  @Parameter(property = "whippet.invocations", defaultValue = "100")
  private int invocations;

  /** The file that gets the figures as JSON. */
  @Parameter(defaultValue = "${project.build.directory}/whippet-report.json")
  private File report;

  /** The longest median init, in milliseconds; 0 for no limit. */
  @Parameter(property = "whippet.maxInit", defaultValue = "0")
  private double maxInit;

  /** The longest median first invocation, in milliseconds; 0 for no limit. */
  @Parameter(property = "whippet.maxFirst", defaultValue = "0")
  private double maxFirst;

  /** The most resident memory at its peak, median, in MB; 0 for no limit. */
  @Parameter(property = "whippet.maxRss", defaultValue = "0")
  private double maxRss;

  /** The largest zip file, in MB; 0 for no limit. */
  @Parameter(property = "whippet.maxZip", defaultValue = "0")
  private double maxZip;

  /**
   * A file of prices instead of the plugin's own, which are those of us-east-1, as another
   * region's.
   */
  @Parameter(property = "whippet.prices")
  private File prices;

  /** Made by Maven, which then sets the parameters. */
  public ReportMojo() {}

  @Override
  @SuppressWarnings("SystemOut") // the figures are this goal's result, wanted with -q too
  void run() throws IOException {
    if (!zip.isFile()) {
      throw new PackagingException(
          "there is no %s: make it with mvn package, or mvn -Pnative package".formatted(zip));
    }
    Path unpacked = Folder.empty(work.toPath().resolve("unpacked"));
    ZipArchive.extract(zip.toPath(), unpacked);
    Path bootstrap = unpacked.resolve(JvmPackage.BOOTSTRAP);
    Sizes sizes = Sizes.of(unpacked, zip.toPath());
    Limits limits = new Limits(maxInit, maxFirst, maxRss, maxZip);
    Emulator emulator = emulator(jdk());
    TargetPlatform platform = TargetPlatform.ofPackage(unpacked);
    if (!emulator.canRun(platform)) {
      getLog()
          .info(
              "not started here, since it is for %s: name an emulator of that by -Dwhippet.test.launcher"
                  .formatted(platform.architecture()));
      limits.checkZip(sizes);
      return;
    }
    Path log = work.toPath().resolve("report.log");
    String response = emulator.invoke(bootstrap, 1, log);

    Path figures = work.toPath().resolve("report.json");
    Files.deleteIfExists(figures);
    progress()
        .during(
            "starting the package %d times, to invoke it %d times each"
                .formatted(starts, invocations),
            () -> "",
            () ->
                emulator.invoke(
                    bootstrap,
                    invocations,
                    log,
                    "--starts",
                    Integer.toString(starts),
                    "--report",
                    figures.toString()));
    StartupReport measured = StartupReport.read(figures, sizes);
    measured.write(report.toPath());
    System.out.println(response.strip());
    System.out.print(measured.table());
    System.out.print(CostReport.of(measured, priceTable(), memory).table());
    limits.check(measured);
  }

  private PriceTable priceTable() {
    return prices == null ? PriceTable.bundled() : PriceTable.of(prices.toPath());
  }
}
