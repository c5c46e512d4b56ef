package ridgeline.feed;

import ridgeline.testing.Mosquitto;

class MosquittoIT extends BrokerContract {
    private Mosquitto mosquitto;

    @Override
    int start() throws Exception {
        mosquitto = Mosquitto.start(folder);
        return mosquitto.port();
    }

    @Override
    void stop() {
        mosquitto.close();
    }

    @Override
    boolean marksWhatItRepeats() {
        return true;
    }
}
